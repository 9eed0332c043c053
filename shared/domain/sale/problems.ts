export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'discount_over_limit' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
