import type { Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import type { Unit } from '../catalog/schema.ts';
import type { Particulars } from './particulars.ts';
import type { DiscountReason, LineKind } from './schema.ts';
import type { Buyer } from './in-force.ts';

type Reasoned = { readonly reason?: DiscountReason };

/** A discount a person gives: a share of the amount (basis points) or an amount, never below zero. */
export type ManualDiscount = Reasoned &
  (
    | { readonly type: 'percent'; readonly rate: number }
    | { readonly type: 'amount'; readonly amount: Minor }
  );

/** Another price of one piece or kilogram, lower than its own: a discount like any other. */
export type PriceOverride = Reasoned & { readonly type: 'price'; readonly price: Minor };

/** A line before its price is worked out. `unitPrice` is frozen when the line is added (rule R10). */
export type BasketLine = {
  readonly id: string;
  readonly sku: string;
  readonly name: LocalizedText;
  readonly categoryId: string;
  readonly kind: LineKind;
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly unitPrice: Minor;
  /** Basis points. */
  readonly taxRate: number;
  readonly discount: ManualDiscount | PriceOverride | null;
  readonly particulars?: Particulars;
};

export type Basket = {
  readonly taxInclusive: boolean;
  readonly lines: readonly BasketLine[];
  readonly discount: ManualDiscount | null;
  /** What the customer's points take off, last of all (rule R13); left out = nothing. */
  readonly points?: Minor;
  /** What is known of who buys; left out = nothing. */
  readonly buyer?: Buyer;
};
