/** What keeps a command from being decided at all. */
export type TillProblem =
  /** Nothing was ever pulled: this till does not know its currency yet. */
  | { readonly type: 'settings_missing' }
  /** This very command was done already: a second press, a second window. */
  | { readonly type: 'already_done' }
  | { readonly type: 'order_unknown' }
  /** The shift of whoever acts was closed; money moves in an open one only. */
  | { readonly type: 'shift_closed' }
  /** Policy leaves it to a manager: one approves, then it is done. */
  | { readonly type: 'manager_needed' };
