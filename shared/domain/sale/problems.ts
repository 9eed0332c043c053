import type { Minor } from '#shared/kernel/money.ts';
import type { GiftCardProblem } from '../pricing/gift-card.ts';
import type { UseProblem } from '../pricing/promo-codes.ts';

export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'discount_over_limit' }
  | UseProblem
  | GiftCardProblem
  /** Gift cards are paid with money: so much more than the rest comes to is offered in stored value or points. */
  | { readonly type: 'gift_card_not_by_value'; readonly over: Minor }
  /** Points are to pay, and nobody is named who has them, the store takes none, or they are no whole number. */
  | { readonly type: 'points_not_taken' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
