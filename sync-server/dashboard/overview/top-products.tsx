import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { BarList } from '../parts/bar-list.tsx';
import { Card } from '../parts/card.tsx';

/** What sold best that day, by units. */
export const TopProducts = ({ products }: { readonly products: Overview['topProducts'] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('dashboard.topProducts')} note={t('dashboard.units')}>
      {products.length === 0 ? (
        <EmptyState title={t('dashboard.noSalesThatDay')} />
      ) : (
        <BarList
          bars={products.map(({ sku, name, quantity }) => ({
            id: sku,
            label: format.text(name),
            size: quantity,
            value: format.quantity(quantity),
          }))}
        />
      )}
    </Card>
  );
};
