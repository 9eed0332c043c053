import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { TileColour } from '#shared/domain/quick-keys/schema.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { ProductTiles } from './product-tiles.tsx';

type FoundProductsProps = {
  /** undefined while they are being read. */
  readonly products: readonly Product[] | undefined;
  readonly query: string;
  readonly colours: ReadonlyMap<string, TileColour>;
  readonly now: string;
  readonly onPick: (sku: string) => void;
};

export const FoundProducts = ({ products, query, colours, now, onPick }: FoundProductsProps) => {
  const { t } = useTranslation();
  if (products === undefined) return null;
  if (products.length > 0)
    return <ProductTiles products={products} colours={colours} now={now} onPick={onPick} />;
  return query === '' ? (
    <EmptyState title={t('sell.catalogEmpty')} hint={t('sell.catalogEmptyHint')} />
  ) : (
    <EmptyState title={t('sell.nothingFound', { query })} hint={t('sell.nothingFoundHint')} />
  );
};
