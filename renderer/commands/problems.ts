/** What keeps a command from being decided at all. */
export type TillProblem =
  /** Nothing was ever pulled: this till does not know its currency yet. */
  | { readonly type: 'settings_missing' }
  /** This very command was done already: a second press, a second window. */
  | { readonly type: 'already_done' }
  | { readonly type: 'order_unknown' }
  /** The shift of whoever acts was closed; money moves in an open one only. */
  | { readonly type: 'shift_closed' }
  /** Documents have not reached the authority for as long as the law lets a till sell without it. */
  | { readonly type: 'fiscal_time_over' }
  /** The shift is longer than the law lets one be: close it, open the next. */
  | { readonly type: 'fiscal_shift_over' }
  /** Policy leaves it to a manager: one approves, then it is done. */
  | { readonly type: 'manager_needed' };
