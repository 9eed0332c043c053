import type { Booking, LinkedRow } from './booking.ts';
import { createFindSold, type FindSold } from './find-sold.ts';
import type { RefusedRow, Row } from './row.ts';
import { isService } from './service-codes.ts';

export type Booked = {
  /** In order of time. */
  readonly bookings: readonly Booking[];
  readonly refused: readonly RefusedRow[];
};

type Invoice = { readonly number: string; readonly at: string; readonly rows: readonly Row[] };

type WithoutNumber<Item> = Item extends Booking ? Omit<Item, 'number' | 'at'> : never;
type Unnumbered = WithoutNumber<Booking>;

/** What a row is, seen with the others of its invoice. */
type RowKind = 'sale' | 'return' | 'adjustment' | 'nothing';

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
};

/** An invoice is complete when its last row is; those of one minute stay as the file has them. */
const invoicesOf = (rows: readonly Row[]): Invoice[] =>
  groupBy(rows, ({ invoice }) => invoice)
    .map((members) => ({
      number: members[0]?.invoice ?? '',
      at: members.reduce((latest, { at }) => (at > latest ? at : latest), ''),
      rows: members,
    }))
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));

const isCancellation = ({ invoice }: Row): boolean => invoice.startsWith('C');

/** Without a customer and without a price anywhere an invoice is no sale but a note about the stock. */
const isStockNote = ({ rows }: Invoice): boolean =>
  rows.every(({ price, customerId }) => price === 0 && customerId === null);

const kindOf = (row: Row, isNote: boolean): RowKind => {
  if (row.price > 0) return row.pieces > 0 ? 'sale' : 'return';
  if (row.pieces < 0 && isCancellation(row)) return 'return';
  if (row.pieces > 0 && !isNote) return 'sale';
  return isService(row.sku) ? 'nothing' : 'adjustment';
};

/** The returns among an invoice's rows: one per invoice that sold what comes back, one for what nobody knows of. */
const returnsOf = (rows: readonly Row[], findSold: FindSold): Unnumbered[] => {
  const linked: LinkedRow[] = [];
  const blind: Row[] = [];
  for (const row of rows) {
    const sold = findSold.takeBack(row);
    if (sold) linked.push({ row, sold });
    else blind.push(row);
  }
  const bySale = groupBy(linked, ({ sold }) => sold.invoice);
  return [
    ...bySale.map((links): Unnumbered => ({
      type: 'linked_return',
      rows: links.map(({ row }) => row),
      links,
    })),
    ...(blind.length === 0 ? [] : [{ type: 'blind_return' as const, rows: blind }]),
  ];
};

const sortRows = (invoice: Invoice): { byKind: Record<RowKind, Row[]>; refused: RefusedRow[] } => {
  const customerId = invoice.rows[0]?.customerId ?? null;
  const isNote = isStockNote(invoice);
  const byKind: Record<RowKind, Row[]> = { sale: [], return: [], adjustment: [], nothing: [] };
  const refused: RefusedRow[] = [];
  for (const row of invoice.rows) {
    if (row.customerId === customerId) byKind[kindOf(row, isNote)].push(row);
    else refused.push({ line: row.line, reason: 'customer_differs' });
  }
  for (const { line } of byKind.nothing) refused.push({ line, reason: 'nothing_to_book' });
  return { byKind, refused };
};

const bookInvoice = (
  { sale, return: returned, adjustment }: Record<RowKind, Row[]>,
  findSold: FindSold,
): Unnumbered[] => {
  sale.forEach(findSold.remember);
  return [
    ...(sale.length === 0 ? [] : [{ type: 'sale' as const, rows: sale }]),
    ...returnsOf(returned, findSold),
    ...(adjustment.length === 0 ? [] : [{ type: 'stock_adjustment' as const, rows: adjustment }]),
  ];
};

/** Turns rows into what happened in the shop; `RULES.md` says each rule in words. */
export const bookRows = (rows: readonly Row[]): Booked => {
  const findSold = createFindSold();
  const bookings: Booking[] = [];
  const refused: RefusedRow[] = [];
  for (const invoice of invoicesOf(rows)) {
    const { number, at } = invoice;
    const sorted = sortRows(invoice);
    refused.push(...sorted.refused);
    bookInvoice(sorted.byKind, findSold).forEach((booking, index) =>
      bookings.push({ ...booking, at, number: index === 0 ? number : `${number}-${index + 1}` }),
    );
  }
  return { bookings, refused };
};
