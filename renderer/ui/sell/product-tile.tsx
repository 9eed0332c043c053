import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TileColour } from '#shared/domain/quick-keys/schema.ts';
import { keepFocus } from '../button/keep-focus.ts';
import { categoryColour } from './category-colour.ts';
import { CategoryIcon } from './category-icon.tsx';
import { tileColour } from './tile-colour.ts';
import classes from './product-tile.module.css';

type ProductTileProps = {
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  /** Name of a category picture, and the category's `#rrggbb`. */
  readonly icon: string;
  readonly colour: string;
  /** What a manager made it stand out by, if anything. */
  readonly tile?: TileColour | undefined;
  /** How many are left; left out for what has no stock. */
  readonly stock?: string | undefined;
  /** An empty shelf greys the tile, and it still sells. */
  readonly stockLevel?: 'enough' | 'low' | 'none' | undefined;
  /** Quantity in the basket; left out when there is none. */
  readonly inBasket?: string | undefined;
  /** What a promotion takes off: −10%. */
  readonly promotion?: string | undefined;
  readonly onPick: (sku: string) => void;
};

/** 500 г stays on one line. */
const withUnitsKept = (name: string): string =>
  name.replaceAll(/(\d) (?=\p{L}{1,4}(?!\p{L}))/gu, '$1\u00a0');

/** By itself, as only it has words: a search makes dozens of tiles, few of them in the basket. */
const InBasket = ({ quantity }: { readonly quantity: string }) => {
  const { t } = useTranslation();
  return (
    <span className={classes['count']} aria-label={t('sell.inBasket', { quantity })}>
      {quantity}
    </span>
  );
};

/**
 * A product to tap. Memoised, so nothing it is given is made anew: hundreds of them stay as they are when a line of
 * the basket changes.
 */
export const ProductTile = memo(function ProductTile(props: ProductTileProps) {
  const { sku, name, price, icon, colour, tile, stock, stockLevel, inBasket, promotion, onPick } =
    props;
  return (
    <button
      type="button"
      className={classes['tile']}
      style={{ ...categoryColour(colour), ...(tile ? tileColour(tile) : {}) }}
      data-coloured={tile ? true : undefined}
      data-stock={stockLevel}
      data-in-basket={inBasket === undefined ? undefined : true}
      onPointerDown={keepFocus}
      onClick={() => onPick(sku)}
    >
      <span className={classes['picture']}>
        <CategoryIcon name={icon} size={24} />
      </span>
      <span className={classes['name']}>{withUnitsKept(name)}</span>
      <span className={classes['foot']}>
        <span className={classes['price']}>{price}</span>
        {stock === undefined ? null : <span className={classes['stock']}>{stock}</span>}
      </span>
      {promotion === undefined ? null : <span className={classes['promotion']}>{promotion}</span>}
      {inBasket === undefined ? null : <InBasket quantity={inBasket} />}
    </button>
  );
});
