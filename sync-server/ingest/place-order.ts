import { servedIn } from '#shared/domain/customer/apply.ts';
import { placeOrder, type Placement } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { changeWebOrder } from './change-web-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { moneyRows } from './ledger-lines.ts';
import { putCustomer, readCustomer } from './record-customer.ts';
import { recordPoints } from './record-points.ts';
import { recordOrder } from './record-order.ts';
import { shortSkus } from './short-skus.ts';
import type { Workspace } from './workspace.ts';

/** The customer is known where the order is collected: there points may pay for it with no network too. */
const serveCustomer = async (
  workspace: Workspace,
  { customer: { accountId }, storeId }: Placement,
): Promise<void> => {
  const known = accountId === undefined ? null : await readCustomer(workspace, accountId);
  if (known && !known.storeIds.includes(storeId)) putCustomer(workspace, servedIn(known, storeId));
};

const placedIn = ({ storeId, customer }: Placement) => ({
  storeId,
  accountId: customer.accountId ?? null,
});

const place = async (
  workspace: Workspace,
  before: Order | null,
  placement: Placement,
  now: string,
): Promise<Order> => {
  const after = placeOrder(before, placement);
  const { id, storeId, placedAt: at, payments } = placement;
  await recordOrder(workspace, { before, after, movements: [], counts: [], origin: null }, now);
  await serveCustomer(workspace, placement);
  // Returns of what had left already could not be worked out before.
  await recordPoints(workspace, { id, storeId, at, origin: null }, [{ before, after }], now);
  workspace.addMoney(moneyRows({ operationId: id, orderId: id, storeId, at }, payments));
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
  changeWebOrder({ store }, placement.id, placedIn(placement), async (before, workspace) => {
    if (before && !before.provisional) return { order: before, placed: false };
    return { order: await place(workspace, before, placement, now()), placed: true };
  });

/** The store does not offer what these lines want; nothing was written. */
export type Shortage = { readonly type: 'not_available'; readonly lineIds: readonly string[] };

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
  changeWebOrder({ store }, placement.id, placedIn(placement), async (before, workspace) => {
    if (before && !before.provisional) return ok(before);
    if (before === null) {
      const short = await shortSkus(workspace, null, placeOrder(null, placement), withheld);
      const lines = placement.basket.lines.filter(
        ({ kind, sku }) => kind === 'goods' && short.has(sku),
      );
      const lineIds = lines.map((line) => line.id);
      if (lineIds.length > 0) return fail({ type: 'not_available', lineIds });
    }
    return ok(await place(workspace, before, placement, now()));
  });
