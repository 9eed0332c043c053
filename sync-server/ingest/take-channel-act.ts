import {
  applyChannelAct,
  type ChannelAct,
  isDone,
  isTooLate,
} from '#shared/domain/order/channel-act.ts';
import type { Act } from '#shared/domain/order/apply.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { negate } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { MoneyRow } from '../store/store.ts';
import { changeWebOrder } from './change-web-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { moneyRows } from './ledger-lines.ts';
import { recordPoints } from './record-points.ts';
import { recordOrder } from './record-order.ts';
import { shortSkus } from './short-skus.ts';
import type { Workspace } from './workspace.ts';

export type ChannelActProblem =
  | { readonly type: 'not_found' }
  | { readonly type: 'order_closed' }
  | { readonly type: 'not_available' };

/** Under which id, and when it happened at the channel, which only reports it; null = the channel asks. */
export type ToldBy = {
  readonly actId: string;
  readonly happenedAt: string | null;
  /** What the order's store offers nobody, by SKU; left out, nothing. */
  readonly withheld?: ReadonlyMap<string, Quantity>;
};

/** What moved at the channel's provider; a payment or refund that is known already moved once. */
const moneyOf = (order: Order, act: ChannelAct): MoneyRow[] => {
  const { id, storeId } = order;
  const source = { operationId: id, orderId: id, storeId };
  if (act.type === 'pay' && !order.payments.some((known) => known.id === act.payment.id))
    return moneyRows({ ...source, at: act.payment.at }, [act.payment]);
  if (act.type === 'refund' && !order.refunds.some((known) => known.id === act.refund.id)) {
    const given = { ...act.refund, amount: negate(act.refund.amount) };
    return moneyRows({ ...source, at: act.refund.at }, [given]);
  }
  return [];
};

/** Writes what acts make of an order, and the money that moved by them. */
export const recordChannelActs = async (
  workspace: Workspace,
  { before, after }: { readonly before: Order; readonly after: Order },
  acts: readonly ChannelAct[],
  now: string,
): Promise<void> => {
  workspace.addMoney(acts.flatMap((act) => moneyOf(before, act)));
  await recordOrder(workspace, { before, after, movements: [], counts: [], origin: null }, now);
};

const isSame = (before: Order, after: Order): boolean =>
  canonicalJson(before) === canonicalJson(after);

/** What the acts make of an order, one after the other; null = the channel asks one of them too late. */
const applied = (
  before: Order,
  acts: readonly ChannelAct[],
  told: Act & { readonly isAsked: boolean },
): Order | null => {
  let order = before;
  for (const act of acts) {
    if (told.isAsked && !isDone(order, act, told.actId) && isTooLate(order, act)) return null;
    order = applyChannelAct(order, act, told);
  }
  return order;
};

/**
 * A channel cancels, edits, moves, pays or refunds an order: all of what it says at once, or nothing. Done twice under
 * one id it changes nothing. A channel that asks may be told that it is too late, or that the store does not offer so
 * much; what it reports has happened.
 */
export const takeChannelActs = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  orderId: string,
  acts: readonly ChannelAct[],
  { actId, happenedAt, withheld = new Map() }: ToldBy,
): Promise<Result<Order, ChannelActProblem>> => {
  const move = acts.find((act) => act.type === 'move');
  return changeWebOrder(
    { store },
    orderId,
    { storeId: move?.storeId ?? null },
    async (before, workspace) => {
      if (before === null || before.pickup === null || before.provisional)
        return fail({ type: 'not_found' });
      const at = now();
      const isAsked = happenedAt === null;
      const after = applied(before, acts, { actId, at: happenedAt ?? at, isAsked });
      if (after === null) return fail({ type: 'order_closed' });
      // Who asks once more asks at another time, which is no fact of its own.
      const updatedAt = isAsked ? before.updatedAt : after.updatedAt;
      if (isSame(before, { ...after, updatedAt })) return ok(before);
      const short = await shortSkus(workspace, before, after, withheld);
      if (isAsked && short.size > 0) return fail({ type: 'not_available' });
      await recordChannelActs(workspace, { before, after }, acts, at);
      const cause = { id: actId, storeId: after.storeId, at, origin: null };
      await recordPoints(workspace, cause, [{ before, after }], at);
      return ok(after);
    },
  );
};

/** One act alone. */
export const takeChannelAct = (
  environment: Pick<IngestEnvironment, 'store' | 'now'>,
  orderId: string,
  act: ChannelAct,
  told: ToldBy,
): Promise<Result<Order, ChannelActProblem>> => takeChannelActs(environment, orderId, [act], told);
