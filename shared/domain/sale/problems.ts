import type { UseProblem } from '../pricing/promo-codes.ts';
import type { CardRefusal } from './gift-cards.ts';

export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'discount_over_limit' }
  | UseProblem
  | CardRefusal
  /** Points are to pay, and nobody is named who has them, the store takes none, or they are no whole number. */
  | { readonly type: 'points_not_taken' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
