import type { Row } from './row.ts';

type Sold = { readonly row: Row; left: number };

/** Finds what a cancellation takes back among what was sold before it. */
export type FindSold = {
  readonly remember: (sold: Row) => void;
  /** The row that sold it, which now has so many pieces less to take back; null = a blind return. */
  readonly takeBack: (returned: Row) => Row | null;
};

const keyOf = ({ customerId, sku, price }: Row): string => `${customerId} ${price} ${sku}`;

/**
 * The latest row of the same customer, stock code and price of which enough pieces are still out. Whoever is not
 * known has no earlier purchase.
 */
export const createFindSold = (): FindSold => {
  const soldByKey = new Map<string, Sold[]>();
  return {
    remember: (row) => {
      if (row.customerId === null) return;
      const sold = soldByKey.get(keyOf(row)) ?? [];
      sold.push({ row, left: row.pieces });
      soldByKey.set(keyOf(row), sold);
    },
    takeBack: (returned) => {
      if (returned.customerId === null) return null;
      const pieces = -returned.pieces;
      const sold = soldByKey.get(keyOf(returned))?.findLast(({ left }) => left >= pieces);
      if (!sold) return null;
      sold.left -= pieces;
      return sold.row;
    },
  };
};
