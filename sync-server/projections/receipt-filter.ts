import type { PickupState } from '#shared/domain/pickup/schema.ts';
import type { StoreDay } from './store-days.ts';

export type ReceiptFilter = {
  readonly storeIds: readonly string[];
  /** A stretch of time per store; null = all time. */
  readonly days: readonly StoreDay[] | null;
  /** Part of a number, of a customer's name or phone; '' = any. */
  readonly text: string;
  /** Orders that are collected and stand there, sold or not; null = orders of which something was sold. */
  readonly pickupState: PickupState | null;
  readonly cursor: string | null;
  /** Orders read at once, and receipts on a page but one. */
  readonly batch: number;
};

/** An order as it was found, and where the search goes on after it. */
export type FoundOrder = { readonly cursor: string; readonly body: string };
