import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { priceTag } from '#shared/domain/pricing/price-tag.ts';
import type { TileColour } from '#shared/domain/quick-keys/schema.ts';
import { UNIT } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useStock } from '#renderer/queries/use-stock.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useBuyerGroups } from '#renderer/session/use-buyer-groups.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ProductGrid } from '#renderer/ui/sell/product-grid.tsx';
import { ProductTile } from '#renderer/ui/sell/product-tile.tsx';

type ProductTilesProps = {
  readonly products: readonly Product[];
  /** Of those that have one, by SKU. */
  readonly colours: ReadonlyMap<string, TileColour>;
  readonly now: string;
  readonly onPick: (sku: string) => void;
};

/** Fewer than this, in thousandths, are told as running out. */
const LOW = 5 * UNIT;

const OTHER = { icon: 'other', colour: '#7d8896' };

/** Memoised: a key in the search field leaves the tiles alone until there are others. */
export const ProductTiles = memo(function ProductTiles(props: ProductTilesProps) {
  const { products, colours, now, onPick } = props;
  const { t } = useTranslation();
  const { text, money, quantity, percent } = useFormat();
  const { categories, promotions, prices } = useReferences();
  const groups = useBuyerGroups();
  const lines = useBasket((state) => state.basket.lines);
  const levels = useStock(products.map(({ sku }) => sku));

  const stockOf = ({ sku, kind }: Product) => {
    const level = levels.get(sku);
    if (kind === 'service' || !level) return undefined;
    const available = level.onHand - level.reserved;
    if (available <= 0) return { label: t('sell.outOfStock'), level: 'none' as const };
    const label = t('sell.left', { quantity: quantity(available) });
    return { label, level: available < LOW ? ('low' as const) : ('enough' as const) };
  };
  const basketQuantity = ({ sku }: Product): string | undefined => {
    const sum = lines.reduce(
      (total, line) => (line.sku === sku ? total + line.quantity : total),
      0,
    );
    return sum === 0 ? undefined : quantity(sum);
  };
  const promotionOf = (product: Product): string | undefined => {
    const price = prices.priceOf(product, now, groups);
    const tag = priceTag(product, price, promotions, now);
    const [first, second] = tag.savings;
    if (!first) return undefined;
    const { offer } = first.promotion;
    const isShare = offer.type === 'percent' && second === undefined;
    return isShare ? `−${percent(offer.rate)}` : money(tag.price - price);
  };
  return (
    <ProductGrid>
      {products.map((product) => {
        const category = categories.find(({ id }) => id === product.categoryId) ?? OTHER;
        const stock = stockOf(product);
        return (
          <ProductTile
            key={product.sku}
            sku={product.sku}
            name={text(product.name)}
            price={money(prices.priceOf(product, now, groups))}
            icon={category.icon}
            colour={category.colour}
            tile={colours.get(product.sku)}
            stock={stock?.label}
            stockLevel={stock?.level}
            inBasket={basketQuantity(product)}
            promotion={promotionOf(product)}
            onPick={onPick}
          />
        );
      })}
    </ProductGrid>
  );
});
