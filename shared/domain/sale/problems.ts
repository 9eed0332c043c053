export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'discount_over_limit' }
  /** A code that each customer has once was used, and nobody is named who had it. */
  | { readonly type: 'code_needs_customer' }
  /** Points are to pay, and nobody is named who has them, the store takes none, or they are no whole number. */
  | { readonly type: 'points_not_taken' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
