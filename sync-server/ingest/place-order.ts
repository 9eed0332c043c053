import { placeOrder, type Placement } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { offeredOf } from '#shared/domain/stock/offered.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { SaleLineRow } from '../store/store.ts';
import { changeWebOrder } from './change-web-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { moneyRows, soldByHandOver } from './ledger-lines.ts';
import { recordOrder } from './record-order.ts';
import type { Workspace } from './workspace.ts';

/** What was handed over before the order was known; what it sold can only be said now. */
const soldBefore = (order: Order): SaleLineRow[] => {
  const { pickup } = order;
  if (pickup === null) return [];
  return pickup.handOvers.flatMap((handOver, index) => {
    const known = { ...order, pickup: { ...pickup, handOvers: pickup.handOvers.slice(0, index) } };
    return soldByHandOver(known, handOver);
  });
};

const place = async (
  workspace: Workspace,
  before: Order | null,
  placement: Placement,
  now: string,
): Promise<Order> => {
  const after = placeOrder(before, placement);
  const { id, storeId, placedAt: at, payments } = placement;
  await recordOrder(workspace, { before, after, movements: [], origin: null }, now);
  workspace.addMoney(moneyRows({ operationId: id, orderId: id, storeId, at }, payments));
  workspace.addSaleLines(soldBefore(after));
  return after;
};

/**
 * A web order enters its store: order, reservations, money taken, exceptions. Placed once: of an id that is there
 * already the order comes back as it is, and nothing is written.
 */
export const placeWebOrder = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  placement: Placement,
): Promise<{ readonly order: Order; readonly placed: boolean }> =>
  changeWebOrder({ store }, placement.id, placement.storeId, async (before, workspace) => {
    if (before && !before.provisional) return { order: before, placed: false };
    return { order: await place(workspace, before, placement, now()), placed: true };
  });

/** The store does not offer what these lines want; nothing was written. */
export type Shortage = { readonly type: 'not_available'; readonly lineIds: readonly string[] };

/** The lines of goods whose product, all its lines together, the store offers less of. */
const shortLines = async (
  workspace: Workspace,
  { storeId, basket }: Placement,
  withheld: ReadonlyMap<string, Quantity>,
): Promise<string[]> => {
  const goods = basket.lines.filter(({ kind }) => kind === 'goods');
  await workspace.load(
    'stock',
    goods.map(({ sku }) => stockLevelId(storeId, sku)),
  );
  const short = new Set<string>();
  for (const { sku } of goods) {
    const level = await workspace.document('stock', stockLevelId(storeId, sku));
    const offered = level === null ? NONE : offeredOf(level, withheld.get(sku) ?? NONE);
    const wanted = goods.filter((line) => line.sku === sku);
    if (wanted.reduce((sum, line) => sum + line.quantity, 0) > offered) short.add(sku);
  }
  return goods.filter(({ sku }) => short.has(sku)).map(({ id }) => id);
};

/**
 * As `placeWebOrder`, of what the store offers alone (rule R23): its stock is looked at with the store locked, so that
 * of two orders for the last piece one is placed. `withheld` = what it offers nobody, by SKU. Of an order whose goods
 * left already, on the strength of the customer's code, nothing is asked.
 */
export const placeOfferedOrder = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  placement: Placement,
  withheld: ReadonlyMap<string, Quantity>,
): Promise<Result<Order, Shortage>> =>
  changeWebOrder({ store }, placement.id, placement.storeId, async (before, workspace) => {
    if (before && !before.provisional) return ok(before);
    const lineIds = before === null ? await shortLines(workspace, placement, withheld) : [];
    if (lineIds.length > 0) return fail({ type: 'not_available', lineIds });
    return ok(await place(workspace, before, placement, now()));
  });
