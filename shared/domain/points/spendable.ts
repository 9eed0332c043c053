import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { mostToSpend } from './earn.ts';
import type { PointsRule } from './schema.ts';

export type PointsProblem =
  | { readonly type: 'points_none' }
  /** Fewer than may be spent at once, of what is left or of what is to be paid. */
  | { readonly type: 'points_below_smallest'; readonly smallest: number }
  /** Nobody can be asked what is left, and the till never heard. */
  | { readonly type: 'points_not_known' }
  /** Nobody can be asked what is left, and policy lets no more be spent until somebody can. */
  | { readonly type: 'points_not_offline' };

/** What a till knows of a customer's points; `spentHere`: of them, what the server has not heard of yet. */
export type PointsHere = {
  readonly balance: number;
  readonly spentHere: number;
  /** The server said so just now. */
  readonly isAsked: boolean;
};

/**
 * How many points may pay something now: what is left; where nobody can be asked, no more than policy lets be spent
 * until somebody can. `known`: null = nothing was ever heard of them.
 */
export const spendablePoints = (
  rule: PointsRule,
  known: PointsHere | null,
  left: Minor,
): Result<number, PointsProblem> => {
  if (known === null) return fail({ type: 'points_not_known' });
  const { balance, spentHere, isAsked } = known;
  if (balance <= 0) return fail({ type: 'points_none' });
  const { offlineLimit, smallestSpend: smallest } = rule;
  const trusted = isAsked || offlineLimit === null ? balance : offlineLimit - spentHere;
  if (trusted < Math.min(smallest, balance)) return fail({ type: 'points_not_offline' });
  const most = mostToSpend(rule, Math.min(balance, trusted), left);
  return most >= smallest ? ok(most) : fail({ type: 'points_below_smallest', smallest });
};
