import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { BarList } from '../parts/bar-list.tsx';
import { Card } from '../parts/card.tsx';

/** Where the orders of that day's sales were placed. */
export const SalesByChannel = ({
  overview: { channels, currency },
}: {
  readonly overview: Overview;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('dashboard.salesByChannel')} note={currency}>
      {channels.length === 0 ? (
        <EmptyState title={t('dashboard.noSalesThatDay')} />
      ) : (
        <BarList
          bars={channels.map(({ channel, netSales, receipts }) => ({
            id: channel,
            label: t(`channel.${channel}`),
            size: netSales,
            value: format.money(netSales, currency),
            detail: t('dashboard.receiptCount', { count: receipts }),
          }))}
        />
      )}
    </Card>
  );
};
