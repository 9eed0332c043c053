import { minor, type Minor, ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { hasCounterMoney, paidBy, refundDueOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { CONSEQUENCES, type Resolution } from './consequences.ts';
import type { Exception, ExceptionResolution } from './schema.ts';

export type SettleProblem =
  /** Somebody settled it before, or a fact explained it: nothing is left to settle (rule S6). */
  | { readonly type: 'already_resolved' }
  /** This kind of exception is not settled in that way. */
  | { readonly type: 'action_not_offered' };

/** The exception as one person settles it: the first to do so has (rule S6). */
export const settle = (
  exception: Exception,
  resolution: ExceptionResolution,
): Result<Exception, SettleProblem> => {
  if (exception.state === 'closed') return fail({ type: 'already_resolved' });
  if (!CONSEQUENCES[exception.kind].resolutions.includes(resolution.action))
    return fail({ type: 'action_not_offered' });
  return ok({ ...exception, state: 'closed', closedAt: resolution.at, resolution });
};

/** Why head office cannot settle an exception in a way that is right for its kind. */
export type Obstacle =
  /** Cash, cards and goods are at a till: whoever stands there does it. */
  | 'at_till'
  /** The channel's payment provider gives it back without being told by a person (rule R16). */
  | 'by_channel'
  /** Nothing that the provider took is to be given back. */
  | 'nothing_to_refund';

/** What the channel's payment provider can be told to give back of an order; minor units. */
export const refundableOnline = (order: Order): Minor =>
  hasCounterMoney(order)
    ? minor(Math.max(0, Math.min(refundDueOf(order), paidBy(order, 'online'))))
    : ZERO;

const refundObstacle = (order: Order | null): Obstacle | null => {
  if (order === null) return 'at_till';
  if (refundableOnline(order) > 0) return null;
  if (refundDueOf(order) === 0) return 'nothing_to_refund';
  return hasCounterMoney(order) ? 'at_till' : 'by_channel';
};

/** What stands in the way of settling an exception like that from head office; null = nothing. `order`: its subject. */
export const obstacleTo = (action: Resolution, order: Order | null): Obstacle | null => {
  switch (action) {
    case 'accept':
    case 'accept_loss':
    case 'call_customer':
      return null;
    case 'refund':
      return refundObstacle(order);
    case 'charge_again':
    case 'correct_stock':
      return 'at_till';
  }
};
