import type { Currency, Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import type { Tender } from '../payment/schema.ts';
import type { FiscalKind } from './schema.ts';

export type FiscalLine = {
  readonly sku: string;
  readonly name: LocalizedText;
  readonly quantity: Quantity;
  /** What the customer pays or gets back for it, tax included; minor units. */
  readonly total: Minor;
  /** Basis points. */
  readonly taxRate: number;
  readonly tax: Minor;
  /** The code of marked goods as it was scanned; null = it bears none. */
  readonly mark: string | null;
};

/** What a driver is asked to register: everything a law may want to know of one act. */
export type FiscalDocument = {
  readonly documentId: string;
  readonly operationId: string;
  readonly kind: FiscalKind;
  /** ISO 8601 UTC, by the server's clock as far as it is known. */
  readonly at: string;
  readonly storeId: string;
  readonly tillId: string;
  readonly staffId: string;
  /** null = no order, or nobody knows which. */
  readonly orderId: string | null;
  /** As it stands on the paper; of a shift, that of its Z report. */
  readonly number: string | null;
  readonly currency: Currency;
  readonly lines: readonly FiscalLine[];
  /** What was paid or given back; of cash that moved, that; minor units. */
  readonly money: readonly { readonly tender: Tender; readonly amount: Minor }[];
  readonly total: Minor;
  /** Under which the buyer pays tax; null = not asked for. */
  readonly buyerTaxNumber: string | null;
};
