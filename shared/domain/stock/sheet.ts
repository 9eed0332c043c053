import { MAX_QUANTITY, NONE, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { deliveredSkus } from '../delivery/difference.ts';
import type { Delivery } from '../delivery/schema.ts';

/** What is done in the stock room, scan by scan. */
export const SHEET_KINDS = ['receive', 'count', 'send', 'writeOff', 'adjust'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** When a product was scanned, and what the till showed of it then. */
export type Moment = {
  /** The till's own clock, raw. */
  readonly at: string;
  readonly onHand: Quantity;
};

export type SheetLine = {
  readonly sku: string;
  /** Counted; of an adjustment what is added, which may be below zero. */
  readonly quantity: Quantity;
  /** What the delivery says; null = nothing. */
  readonly expected: Quantity | null;
  readonly from: string;
  readonly at: string;
  readonly onHand: Quantity;
};

/** A stock job before it is an operation; it is kept beside the ledger until then (rule J6). */
export type StockSheet = {
  /** Its lines' ids begin with it, so that a sheet that is written already is known again (rule J2). */
  readonly id: string;
  readonly kind: SheetKind;
  readonly delivery: Pick<Delivery, 'id' | 'fromStoreId' | 'supplier' | 'reference'> | null;
  readonly toStoreId: string | null;
  readonly reference: string;
  readonly reason: string | null;
  readonly note: string;
  readonly lines: readonly SheetLine[];
};

export const emptySheet = (id: string, kind: SheetKind): StockSheet => ({
  id,
  kind,
  delivery: null,
  toStoreId: null,
  reference: '',
  reason: null,
  note: '',
  lines: [],
});

/** What is left to come of a delivery, nothing of it counted yet. */
export const sheetOfDelivery = (id: string, delivery: Delivery, at: string): StockSheet => {
  const { fromStoreId, supplier, reference } = delivery;
  const left = deliveredSkus(delivery).filter(({ sent, received }) => sent > received);
  return {
    ...emptySheet(id, 'receive'),
    delivery: { id: delivery.id, fromStoreId, supplier, reference },
    reference,
    lines: left.map(({ sku, sent, received }) => ({
      sku,
      quantity: NONE,
      expected: quantity(sent - received),
      from: at,
      at,
      onHand: NONE,
    })),
  };
};

const clamp = (count: number, kind: SheetKind): Quantity =>
  quantity(Math.max(kind === 'adjust' ? -MAX_QUANTITY : 0, Math.min(count, MAX_QUANTITY)));

const withLine = (sheet: StockSheet, line: SheetLine): StockSheet => {
  const isThere = sheet.lines.some(({ sku }) => sku === line.sku);
  const lines = isThere
    ? sheet.lines.map((one) => (one.sku === line.sku ? line : one))
    : [line, ...sheet.lines];
  return { ...sheet, lines };
};

/** So much more of a product, or less; the moment of the last scan is that of the count (rule S4). */
export const addToSheet = (
  sheet: StockSheet,
  sku: string,
  more: number,
  moment: Moment,
): StockSheet => {
  const held = sheet.lines.find((line) => line.sku === sku);
  const count = clamp((held?.quantity ?? 0) + more, sheet.kind);
  return setOnSheet(sheet, sku, count, { ...moment, from: held?.from ?? moment.at });
};

/** Exactly so much of a product: it was counted at once, unless it was begun before. */
export const setOnSheet = (
  sheet: StockSheet,
  sku: string,
  count: Quantity,
  { at, onHand, from = at }: Moment & { readonly from?: string },
): StockSheet => {
  const held = sheet.lines.find((line) => line.sku === sku);
  const expected = held?.expected ?? null;
  return withLine(sheet, { sku, quantity: clamp(count, sheet.kind), expected, from, at, onHand });
};

export const removeFromSheet = (sheet: StockSheet, sku: string): StockSheet => ({
  ...sheet,
  lines: sheet.lines.filter((line) => line.sku !== sku),
});

/** Everything came as the paper says. */
export const asExpected = (sheet: StockSheet): StockSheet => ({
  ...sheet,
  lines: sheet.lines.map((line) => ({ ...line, quantity: line.expected ?? line.quantity })),
});

/** What differs from what was expected: of a delivery, or of the books. */
export const differenceOf = ({ kind }: StockSheet, line: SheetLine): number | null => {
  if (kind === 'count') return line.quantity - line.onHand;
  return line.expected === null ? null : line.quantity - line.expected;
};
