export type PickupProblem =
  | { readonly type: 'not_a_pickup' }
  | { readonly type: 'already_handed_over'; readonly at: string | null }
  | { readonly type: 'pickup_closed'; readonly state: 'canceled' | 'failed' };
