export type SaleProblem =
  | { readonly type: 'basket_empty' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string };
