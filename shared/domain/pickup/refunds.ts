import { type Minor, subtract } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { onlineRefundDueOf, refundDueOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Refund } from '../payment/schema.ts';
import { proposeRefunds, refundCap, refundRounding, type RefundPart } from '../return/refunds.ts';
import type { PickupProblem } from './problems.ts';

/** Money that a counter gives back, under the id it was asked for with. */
export type CounterRefund = RefundPart & { readonly id: string; readonly reference: string | null };

/** What the counter owes the customer of an order as it is; what a channel took its provider gives back (rule R16). */
const counterRefundDue = (order: Order): Minor =>
  subtract(refundDueOf(order), onlineRefundDueOf(order));

/** How the counter gives back what it owes: to the tenders that paid, each up to what it paid (rule R14). */
export const proposeCounterRefunds = (order: Order, cashIncrement: number): RefundPart[] => {
  const payments = order.payments.filter(({ tender }) => tender !== 'online');
  return proposeRefunds({ ...order, payments }, counterRefundDue(order), cashIncrement);
};

/** The money that goes back with a change of the order, if it is what the order `after` it is owed. */
export const decideRefunds = (
  after: Order,
  refunds: readonly CounterRefund[],
  cashIncrement: number,
  at: string,
): Result<Refund[], PickupProblem> => {
  const proposed = proposeCounterRefunds(after, cashIncrement);
  const total = counterRefundDue(after);
  const isProposed =
    proposed.length === refunds.length &&
    proposed.every(({ tender, amount }) =>
      refunds.some((refund) => refund.tender === tender && refund.amount === amount),
    );
  const inCash = refundCap(after, 'cash');
  if (!isProposed || refundRounding(total, refunds, cashIncrement, inCash) === null)
    return fail({ type: 'refunds_differ_from_total', total });
  return ok(refunds.map((refund): Refund => ({ ...refund, state: 'refunded', at })));
};
