import type { Order } from '#shared/domain/order/schema.ts';
import { pickedByLine, waitingLines } from '#shared/domain/pickup/picked.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import { useLive } from '#renderer/queries/use-live.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

/** Goods that an order still needs from the shelves. */
export type Wanted = {
  readonly order: Order;
  /** As much of it as waits for the customer. */
  readonly line: PricedLine;
  readonly found: Quantity;
  /** Where the category stands in the store. */
  readonly place: number;
  readonly category: string;
};

export const isFound = ({ line, found }: Wanted): boolean => found >= line.quantity;

/** Goods of several orders in the order in which one walks past them: by category, then by name. */
export const useWanted = (orders: readonly Order[]): Wanted[] => {
  const { store } = useTill();
  const { categories } = useReferences();
  const { text, compare } = useFormat();
  const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const products = useLive(
    () => Promise.all(skus.map((sku) => store.catalog.product(sku))),
    `pick:${skus.join(' ')}`,
    'catalog',
  );
  const categoryBySku = new Map(
    (products ?? []).flatMap((product) =>
      product ? [[product.sku, product.categoryId] as const] : [],
    ),
  );
  const wantedOf = (order: Order): Wanted[] => {
    const picked = pickedByLine(order);
    return waitingLines(order)
      .filter(({ kind }) => kind === 'goods')
      .map((line): Wanted => {
        const category = categories.find(({ id }) => id === categoryBySku.get(line.sku));
        return {
          order,
          line,
          found: picked.get(line.id) ?? NONE,
          place: category?.position ?? Number.MAX_SAFE_INTEGER,
          category: category ? text(category.name) : '',
        };
      });
  };
  return orders
    .flatMap(wantedOf)
    .toSorted(
      (one, other) =>
        one.place - other.place || compare(text(one.line.name), text(other.line.name)),
    );
};
