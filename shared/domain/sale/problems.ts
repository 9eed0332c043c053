export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'discount_over_limit' }
  /** A code that each customer has once was used, and nobody is named who had it. */
  | { readonly type: 'code_needs_customer' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
