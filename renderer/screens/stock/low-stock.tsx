import { IconPackages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { useLowStock } from '#renderer/queries/use-low-stock.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { ProductRows } from './product-rows.tsx';

type LowStockProps = {
  readonly chosen: Product | null;
  readonly onPick: (product: Product) => void;
};

/** What runs out, the scarcest first. */
export const LowStock = ({ chosen, onPick }: LowStockProps) => {
  const { t } = useTranslation();
  const low = useLowStock();
  if (low?.length === 0)
    return (
      <EmptyState
        icon={<IconPackages size={40} stroke={1.5} />}
        title={t('stockRoom.nothingLow')}
      />
    );
  return (
    <ProductRows
      products={low?.map(({ product }) => product)}
      query=""
      chosen={chosen}
      onPick={onPick}
    />
  );
};
