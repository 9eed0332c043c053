import type { Currency, Minor } from '#shared/kernel/money.ts';
import type { Tender } from '../payment/schema.ts';

/** Why a manager has to approve. */
export type ManagerReason =
  /** More than a cashier may give back. */
  | 'refund_limit'
  /** Money goes back in another tender than it came in (rule R14). */
  | 'other_tender'
  /** The server was not heard for too long to know what came back elsewhere. */
  | 'old_data'
  | 'no_receipt'
  /** Another piece comes back than the one that was sold. */
  | 'other_serial';

export type ReturnProblem =
  | { readonly type: 'nothing_to_return' }
  | { readonly type: 'line_unknown'; readonly lineId: string }
  /** What was put on a gift card is spent, never given back. */
  | { readonly type: 'gift_card_not_returned'; readonly lineId: string }
  | { readonly type: 'quantity_above_returnable'; readonly lineId: string; readonly left: number }
  | { readonly type: 'refunds_differ_from_total'; readonly total: Minor }
  | { readonly type: 'refund_above_tender'; readonly tender: Tender; readonly cap: Minor }
  /** Of the whole order no more than this is left to give back. */
  | { readonly type: 'refund_above_paid'; readonly cap: Minor }
  /** The store's drawer and books are in another currency than the sale. */
  | { readonly type: 'other_currency'; readonly currency: Currency };

/** What the chain's policy says against a return that could be done. */
export type PermitProblem =
  /** Only with a defect from then on (rule R17). */
  | { readonly type: 'window_over'; readonly until: string }
  /** Only with a defect (rule R17). */
  | { readonly type: 'not_returnable'; readonly lineId: string }
  /** The number of the piece that comes back has yet to be scanned. */
  | { readonly type: 'serial_missing'; readonly lineId: string }
  | { readonly type: 'store_credit_not_allowed' }
  /** The customer did not agree to store credit or a gift card (rule R14). */
  | { readonly type: 'consent_missing' }
  /** Without the network money goes back in these tenders only. */
  | {
      readonly type: 'tender_not_offline';
      readonly tender: Tender;
      readonly allowed: readonly Tender[];
    }
  /** Without the network no more than this of a sale that nobody can be asked about. */
  | { readonly type: 'above_offline_limit'; readonly limit: Minor }
  | { readonly type: 'manager_needed'; readonly reasons: readonly ManagerReason[] }
  /** Whoever gives money back does not approve it (rule R6). */
  | { readonly type: 'approver_is_actor' };

export type BlindProblem =
  | { readonly type: 'nothing_to_return' }
  | { readonly type: 'amount_too_large' }
  | { readonly type: 'quantity_not_positive'; readonly lineId: string }
  | { readonly type: 'customer_missing' }
  /** Nobody knows what paid: cash and store credit both need the policy. */
  | { readonly type: 'blind_not_allowed' }
  | { readonly type: 'blind_limit'; readonly limit: Minor }
  | { readonly type: 'blind_too_often'; readonly count: number };
