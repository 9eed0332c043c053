import type { Minor } from '#shared/kernel/money.ts';

/** A line of the file that makes sense by itself. */
export type Row = {
  /** Where it stands in the file; the header is line 1. */
  readonly line: number;
  readonly invoice: string;
  readonly sku: string;
  /** '' = the file gives none. */
  readonly description: string;
  /** Whole pieces as the file has them, never 0; below 0 on cancellations and on most adjustments. */
  readonly pieces: number;
  /** Of one piece, 0 or more. */
  readonly price: Minor;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** null = nobody known. */
  readonly customerId: string | null;
};

/** Why a line of the file became no operation. */
export const REFUSALS = [
  'encoding_invalid',
  'quotes_invalid',
  'column_count',
  'invoice_invalid',
  'stock_code_invalid',
  'description_invalid',
  'quantity_invalid',
  'quantity_zero',
  'time_invalid',
  'price_invalid',
  'price_finer_than_a_penny',
  'price_negative',
  'amount_absurd',
  'customer_invalid',
  'customer_differs',
  'nothing_to_book',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type RefusedRow = { readonly line: number; readonly reason: Refusal };
