import type { Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { Ask } from '../catalog/asks.ts';

/** Why nothing can be done with a pickup, or not this; each says to the cashier what to do instead. */
export type PickupProblem =
  | { readonly type: 'not_a_pickup' }
  | { readonly type: 'already_handed_over'; readonly at: string | null }
  | { readonly type: 'pickup_closed'; readonly state: 'canceled' | 'failed' }
  | { readonly type: 'nothing_chosen' }
  /** Another till or the channel took the line out meanwhile. */
  | { readonly type: 'line_gone'; readonly lineId: string }
  /** What the product asks before it leaves was not answered. */
  | { readonly type: 'not_asked'; readonly lineId: string; readonly ask: Ask['type'] }
  | { readonly type: 'quantity_above_open'; readonly lineId: string; readonly left: Quantity }
  /** A part of the line left the store and came back: its return names the line, which stays. */
  | { readonly type: 'line_partly_collected'; readonly lineId: string }
  | { readonly type: 'partly_collected' }
  | { readonly type: 'consent_missing' }
  | { readonly type: 'not_overdue'; readonly expiresAt: string }
  | { readonly type: 'extension_too_long'; readonly days: number }
  /** Known from its customer's code alone, and worth more than may leave on that. */
  | { readonly type: 'hand_over_above_limit'; readonly limit: Minor }
  | { readonly type: 'nothing_due' }
  | { readonly type: 'nothing_to_put_back' }
  | { readonly type: 'same_store' }
  /** There is no such store, or none that sells for the same money. */
  | { readonly type: 'unknown_store' }
  | { readonly type: 'not_shipped' }
  | { readonly type: 'refunds_differ_from_total'; readonly total: Minor };
