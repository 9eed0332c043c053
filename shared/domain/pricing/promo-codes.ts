import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { add } from '#shared/kernel/money.ts';
import type { Promotion } from './promotion.ts';
import type { PromotionBook } from './promotion-book.ts';
import type { CodeUse, PricedLine } from './schema.ts';

export type CodeProblem =
  /** No promotion that holds now has it. */
  | { readonly type: 'code_unknown' }
  /** It is for each customer once: somebody has to say who buys. */
  | { readonly type: 'code_needs_customer' }
  | { readonly type: 'code_used'; readonly at: string }
  /** Whether it was used nobody can be asked, and the policy lets none be taken on trust. */
  | { readonly type: 'code_not_offline' }
  /** As many were said as one basket may have. */
  | { readonly type: 'codes_full' };

export type UseProblem =
  /** A code that each customer has once is used, and nobody is named who has it. */
  | { readonly type: 'code_needs_customer' }
  /** This customer used it before. */
  | { readonly type: 'code_used'; readonly code: string; readonly at: string };

export type SaidCode = {
  readonly code: string;
  /** Each customer has it once: it goes with the customer of the basket. */
  readonly isOnce: boolean;
};

/** So many codes one basket may have. */
export const MOST_CODES = 10;

/** A code as it is kept: in capitals, without what surrounds it. */
export const typedCode = (text: string): string => text.trim().toUpperCase();

/** Promotions of a store and channel that hold at a moment for whoever says the code. */
export const promotionsOfCode = (book: PromotionBook, code: string, at: string): Promotion[] =>
  book.promotions.filter(
    (promotion) => promotion.code === code && promotion.startsAt <= at && at < promotion.endsAt,
  );

export const isOnce = ({ oncePerCustomer }: Promotion): boolean => oncePerCustomer === true;

/** What is known of a customer's uses: of the server, or here alone because it cannot be asked. */
export type KnownUses = {
  readonly uses: readonly { readonly promotionId: string; readonly at: string }[];
  readonly isAsked: boolean;
};

/** Whether a code may be used now. `known`: of the customer who buys; null = nobody is named. */
export const judgeCode = (
  promotions: readonly Promotion[],
  known: KnownUses | null,
  isTrusted: boolean,
): Result<null, CodeProblem> => {
  if (promotions.length === 0) return fail({ type: 'code_unknown' });
  const once = promotions.filter(isOnce);
  if (once.length === 0) return ok(null);
  if (known === null) return fail({ type: 'code_needs_customer' });
  const used = known.uses.find(({ promotionId }) => once.some(({ id }) => id === promotionId));
  if (used) return fail({ type: 'code_used', at: used.at });
  return known.isAsked || isTrusted ? ok(null) : fail({ type: 'code_not_offline' });
};

/**
 * Why a sale may not use up codes that each customer has once; null = it may. `uses`: those known of whoever buys;
 * null = nobody is named.
 */
export const refusedUse = (
  codes: readonly CodeUse[],
  uses: KnownUses['uses'] | null,
): UseProblem | null => {
  if (codes.length === 0) return null;
  if (uses === null) return { type: 'code_needs_customer' };
  for (const { promotionId, code } of codes) {
    const before = uses.find((use) => use.promotionId === promotionId);
    if (before) return { type: 'code_used', code, at: before.at };
  }
  return null;
};

/** What a priced basket used up of promotions that each customer has once, with what they took off. */
export const codesUsed = (
  lines: readonly Pick<PricedLine, 'discounts'>[],
  { promotions }: PromotionBook,
): CodeUse[] =>
  promotions.filter(isOnce).flatMap(({ id: promotionId, code }) => {
    const given = lines
      .flatMap(({ discounts }) => discounts)
      .filter((discount) => discount.promotionId === promotionId);
    return code === null || given.length === 0
      ? []
      : [{ promotionId, code, amount: add(...given.map(({ amount }) => amount)) }];
  });
