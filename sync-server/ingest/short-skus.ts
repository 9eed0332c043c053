import type { Order } from '#shared/domain/order/schema.ts';
import { offeredOf } from '#shared/domain/stock/offered.ts';
import { reservationsOf } from '#shared/domain/stock/reservations.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import type { Workspace } from './workspace.ts';

/** What an order holds in a store, by SKU. */
const heldIn = (order: Order | null, storeId: string): Map<string, number> => {
  const held = new Map<string, number>();
  if (order === null) return held;
  for (const { storeId: at, sku, quantity } of reservationsOf(order))
    if (at === storeId) held.set(sku, (held.get(sku) ?? 0) + quantity);
  return held;
};

/**
 * The products of which an order's store offers less than the order would hold there more than it does (rule R23).
 * `withheld` = what the store offers nobody, by SKU. Read with the store locked.
 */
export const shortSkus = async (
  workspace: Workspace,
  before: Order | null,
  after: Order,
  withheld: ReadonlyMap<string, Quantity>,
): Promise<ReadonlySet<string>> => {
  const { storeId } = after;
  const held = heldIn(before, storeId);
  const more = [...heldIn(after, storeId)].flatMap(([sku, quantity]) => {
    const wanted = quantity - (held.get(sku) ?? 0);
    return wanted > 0 ? [{ sku, wanted }] : [];
  });
  await workspace.load(
    'stock',
    more.map(({ sku }) => stockLevelId(storeId, sku)),
  );
  const short = new Set<string>();
  for (const { sku, wanted } of more) {
    const level = await workspace.document('stock', stockLevelId(storeId, sku));
    const offered = level === null ? NONE : offeredOf(level, withheld.get(sku) ?? NONE);
    if (wanted > offered) short.add(sku);
  }
  return short;
};
