import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ProductTile } from '#renderer/ui/sell/product-tile.tsx';
import type { Category } from '#shared/domain/catalog/schema.ts';
import { type Quantity, UNIT } from '#shared/kernel/quantity.ts';
import type { ShopProduct } from '#shared/protocol/shop.ts';

type ShelfTileProps = {
  readonly product: ShopProduct;
  readonly category: Category | undefined;
  /** Left out when none is in the basket. */
  readonly chosen: Quantity | undefined;
  readonly onTake: (product: ShopProduct) => void;
};

const LOW = 3 * UNIT;

/** A product of the shop; what is sold out can still be ordered, and the store will say so. */
export const ShelfTile = ({ product, category, chosen, onTake }: ShelfTileProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { sku, name, price, promotionPrice, available } = product;
  const level = available <= 0 ? 'none' : available <= LOW ? 'low' : 'enough';
  const left = t('sell.left', { quantity: format.quantity(available) });
  return (
    <ProductTile
      sku={sku}
      name={format.text(name)}
      price={format.money(price)}
      icon={category?.icon ?? ''}
      colour={category?.colour ?? '#808b96'}
      stock={level === 'none' ? t('sell.outOfStock') : left}
      stockLevel={level}
      inBasket={chosen === undefined ? undefined : format.quantity(chosen)}
      promotion={promotionPrice < price ? format.money(promotionPrice - price) : undefined}
      onPick={() => onTake(product)}
    />
  );
};
