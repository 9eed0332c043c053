import type { FiscalRecord } from '../domain/fiscal/schema.ts';
import { particularsOf } from '../domain/order/particulars-of.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Payment } from '../domain/payment/schema.ts';
import type { SalePoints } from '../domain/points/schema.ts';
import { isGiftCard } from '../domain/pricing/gift-card.ts';
import type { Particulars } from '../domain/pricing/particulars.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import type { StoreSettings, TaxRate } from '../domain/settings/schema.ts';
import { add, type Minor, ZERO } from '../kernel/money.ts';
import type { LocalizedText } from '../kernel/text.ts';
import { type Shop, shopOf } from './shop.ts';

/** `rate` in basis points; `name`: what the store calls it now, null = it has none of that size any more. */
export type ReceiptTax = {
  readonly rate: number;
  readonly name: LocalizedText | null;
  readonly tax: Minor;
};

/** `pieces`: what is known of its goods beyond their price; of a web order, of those that left. */
export type ReceiptLine = PricedLine & { readonly pieces: readonly Particulars[] };

/** What a receipt says, before it is laid out or translated. */
export type Receipt = Shop & {
  /** Money was taken, and the goods are still in the store. */
  readonly isAhead: boolean;
  readonly number: string;
  readonly at: string;
  readonly tillId: string | null;
  readonly cashier: string | null;
  readonly customer: string | null;
  readonly currency: Order['currency'];
  readonly lines: readonly ReceiptLine[];
  readonly gross: Minor;
  readonly discount: Minor;
  readonly rounding: Minor;
  /** What was paid: total and rounding. */
  readonly total: Minor;
  readonly taxInclusive: boolean;
  readonly taxes: readonly ReceiptTax[];
  readonly payments: readonly Payment[];
  readonly change: Minor;
  /** null = the sale names nobody, or the store gives none. */
  readonly points: SalePoints | null;
  readonly note: string | null;
  readonly buyerTaxNumber: string | null;
  /** What was registered of it, by time; none = nothing is yet, or nobody registers it. */
  readonly fiscal: readonly FiscalRecord[];
};

/** By what was taxed, whatever the store's rates are today; the highest rate first. */
const taxesOn = (lines: readonly PricedLine[], rates: readonly TaxRate[]): ReceiptTax[] => {
  const taxed = lines.filter((line) => !isGiftCard(line));
  const sizes = [...new Set(taxed.map(({ taxRate }) => taxRate))].toSorted((a, b) => b - a);
  return sizes.flatMap((size) => {
    const tax = add(...taxed.filter(({ taxRate }) => taxRate === size).map((line) => line.tax));
    const name = rates.find(({ rate }) => rate === size)?.name ?? null;
    return name === null && tax === 0 ? [] : [{ rate: size, name, tax }];
  });
};

/** Money of a web order may be taken and given back in parts, a document each; a return's stands on the return's own paper. */
const documentsOf = ({ fiscal = [], returns }: Order): FiscalRecord[] =>
  fiscal
    .filter((record) => !returns.some(({ operationId }) => operationId === record.operationId))
    .toSorted((left, right) => (left.at < right.at ? -1 : 1));

/** The receipt of an order in the store that prints it. Staff and rates that are not known are left out. */
export const receiptOf = (
  order: Order,
  settings: StoreSettings,
  cashier: string | null,
): Receipt => ({
  ...shopOf(settings),
  isAhead: order.pickup !== null && order.pickup.handOvers.length === 0,
  number: order.number ?? order.id,
  at: order.placedAt,
  tillId: order.tillId,
  cashier,
  customer: order.customer?.name || null,
  currency: order.currency,
  lines: order.lines.map((line) => ({ ...line, pieces: particularsOf(order, line.id) })),
  gross: order.totals.gross,
  discount: order.totals.discount,
  rounding: order.totals.rounding,
  total: add(order.totals.total, order.totals.rounding),
  taxInclusive: order.taxInclusive,
  taxes: taxesOn(order.lines, settings.taxRates),
  payments: order.payments,
  change: order.payments.reduce((sum, { change }) => add(sum, change), ZERO),
  points: order.points ?? null,
  note: order.note ?? null,
  buyerTaxNumber: order.buyerTaxNumber ?? null,
  fiscal: documentsOf(order),
});
