import { afterAmendment, decideAmendment } from '#shared/domain/pickup/amend.ts';
import { afterRejection, decideRejection } from '#shared/domain/pickup/close.ts';
import { judgeCounterRefunds } from '#shared/domain/pickup/needs-manager.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import { proposeCounterRefunds } from '#shared/domain/pickup/refunds.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { OfflineProblem } from '#shared/domain/return/permit.ts';
import type { RefundPart } from '#shared/domain/return/refunds.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readIdentity } from '../store/identity.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedTime } from '../store/trusted-time.ts';
import { type BegunRefund, begunRefund } from './given-refunds.ts';
import type { LessenInput, Lessening } from './lessen-input.ts';
import { pickupTerms } from './look-up-points.ts';
import { may } from './may.ts';
import type { TillProblem } from './problems.ts';

/** What the counter has to give back for it, before it is done. */
export const refundsFor = (
  { view, now }: Pick<TillStore, 'view' | 'now'>,
  order: Order,
  lessening: Lessening,
): Result<readonly RefundPart[], PickupProblem> => {
  const after =
    lessening.type === 'amend'
      ? afterAmendment(order, lessening.amend)
      : ok(afterRejection(order, now()));
  const increment = cashIncrementAt(view.references().settings, now());
  return after.ok ? ok(proposeCounterRefunds(after.value, increment)) : after;
};

export type LessenProblem = PickupProblem | OfflineProblem | BegunRefund | TillProblem;

/** What it comes to as things are now; nothing is written. */
export const decideLessening = async (
  till: TillStore,
  actor: Actor,
  input: LessenInput,
): Promise<Decided<LessenProblem>> => {
  const { orderId, lessening, refunds, isOffline, isGiven } = input;
  const references = till.view.references();
  const { settings, policy } = references;
  if (!settings) return fail({ type: 'settings_missing' });
  const order = await till.view.order(orderId);
  if (!order) return fail({ type: 'order_unknown' });
  const { at: trustedAt, lastContactAt } = await trustedTime(till);
  if (!isGiven) {
    const asked = refunds.map(({ id, amount }) => ({ refundId: id, amount }));
    const begun = await begunRefund(till, orderId, asked, { type: 'lessening', input });
    if (begun) return fail(begun);
    const storeId = (await readIdentity(till.ledger))?.storeId ?? '';
    const terms = { policy, storeId, isOffline, lastContactAt, at: trustedAt };
    const judged = judgeCounterRefunds(order, refunds, terms);
    if (!judged.ok) return judged;
    if (judged.value.needsManager && !(await may(till, actor, 'pickups')))
      return fail({ type: 'manager_needed' });
  }
  const at = till.now();
  const money = { refunds, cashIncrement: cashIncrementAt(settings, at), at };
  if (lessening.type === 'amend') {
    const points = await pickupTerms(till, order);
    const amended = decideAmendment(order, { ...lessening.amend, ...money, points });
    return amended.ok ? ok({ type: 'order.amended', payload: amended.value }) : amended;
  }
  const rejected = decideRejection(order, { reason: lessening.reason, trustedAt, ...money });
  return rejected.ok ? ok({ type: 'pickup.rejected', payload: rejected.value }) : rejected;
};

/** Does it, with the money that the counter gave back for it: one operation. */
export const lessenOrder = (
  till: TillStore,
  actor: Actor,
  input: LessenInput,
): Promise<Result<Operation, LessenProblem | JournalProblem>> =>
  till.journal.write(actor, () => decideLessening(till, actor, input));
