import type { Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Order } from '../order/schema.ts';
import type { Policy } from '../settings/policy.ts';
import type { PickupProblem } from './problems.ts';
import type { HandOverProof } from './schema.ts';

const HOUR = 3_600_000;

/** A document proves only what a person says it does. */
export const proofNeedsManager = ({ type }: HandOverProof): boolean => type === 'document';

/** Whether giving back so much at the counter is a manager's to allow. */
export const refundNeedsManager = ({ refundLimit }: Policy, amount: Minor): boolean =>
  refundLimit !== null && amount > refundLimit;

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
