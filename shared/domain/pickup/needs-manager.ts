import { add } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Order } from '../order/schema.ts';
import type { Policy } from '../settings/policy.ts';
import { isOld, type OfflineProblem, offlineProblem, type ReturnTerms } from '../return/permit.ts';
import type { RefundPart } from '../return/refunds.ts';
import type { PickupProblem } from './problems.ts';
import type { HandOverProof } from './schema.ts';

const HOUR = 3_600_000;

/** A document proves only what a person says it does. */
export const proofNeedsManager = ({ type }: HandOverProof): boolean => type === 'document';

/** Where money is given back, and what the till knows then. */
export type CounterTerms = Pick<
  ReturnTerms,
  'policy' | 'storeId' | 'isOffline' | 'lastContactAt' | 'at'
>;

/**
 * What policy says of money that a counter gives back for goods that were not collected, as it does of returns: what is
 * refused, and whether a manager has to allow it. Where none is given it says nothing.
 */
export const judgeCounterRefunds = (
  order: Order,
  refunds: readonly RefundPart[],
  terms: CounterTerms,
): Result<{ readonly needsManager: boolean }, OfflineProblem> => {
  if (refunds.length === 0) return ok({ needsManager: false });
  const refused = offlineProblem(order, { proof: 'order' }, refunds, terms);
  if (refused) return fail(refused);
  const { refundLimit } = terms.policy;
  const amount = add(...refunds.map((refund) => refund.amount));
  return ok({ needsManager: isOld(terms) || (refundLimit !== null && amount > refundLimit) });
};

/**
 * Whether an order may be handed over that this till knows from its customer's code alone (rule R20). One that should
 * have come here before the last contact (`lastContactAt`, null = there was none) was moved or closed since, for
 * all that is known here: a manager decides, and so where nothing was heard for longer than policy trusts.
 */
export const judgeByCode = (
  order: Order,
  { offline }: Policy,
  { lastContactAt, at }: { readonly lastContactAt: string | null; readonly at: string },
): Result<{ readonly needsManager: boolean }, PickupProblem> => {
  const { handOverLimit: limit, dataHours } = offline;
  if (limit !== null && order.totals.total > limit)
    return fail({ type: 'hand_over_above_limit', limit });
  const isOld =
    lastContactAt === null || Date.parse(at) - Date.parse(lastContactAt) > dataHours * HOUR;
  return ok({ needsManager: isOld || order.placedAt <= lastContactAt });
};
