import { reportOf } from '#shared/domain/shift/report.ts';
import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { shiftEntryOf } from '#shared/operations/shift-entry.ts';
import { readIdentity } from './identity.ts';
import { operationsIn } from './newest-operations.ts';
import type { OpenShift } from './shifts.ts';
import type { TillStore } from './till-store.ts';
import { pagesAfter } from './pages-after.ts';

/** What a shift came to so far, and what that is made from. */
export type ShiftBook = {
  readonly report: ShiftReport;
  readonly operations: ShiftClosing['operations'];
};

type Held = Pick<TillStore, 'ledger' | 'catalog'>;

const PAGE = 200;

/** Operations of a shift in one journal, oldest first. */
const readJournal = async (
  { ledger }: Held,
  shiftId: string,
  journalId: string,
  from: number,
): Promise<{ readonly operations: Operation[]; readonly count: number }> => {
  const operations: Operation[] = [];
  let count = 0;
  for await (const page of pagesAfter(ledger, journalId, from, PAGE)) {
    // Reading a whole operation takes far longer than looking for its shift in its text.
    const own = page.filter(({ text }) => text.includes(`"shiftId":"${shiftId}"`));
    const read = own.flatMap(({ text }) => operationsIn(text));
    const ofShift = read.filter((operation) => operation.shiftId === shiftId);
    operations.push(...ofShift);
    count += ofShift.length;
  }
  return { operations, count };
};

const categoriesOf = async (
  { catalog }: Held,
  operations: readonly ReturnType<typeof shiftEntryOf>[],
): Promise<ReadonlyMap<string, string>> => {
  const lines = operations.flatMap(({ sold, returned }) => [
    ...(sold?.lines ?? []),
    ...(returned?.lines ?? []),
  ]);
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const products = await Promise.all(skus.map((sku) => catalog.product(sku)));
  return new Map(
    products.flatMap((product) => (product ? [[product.sku, product.categoryId] as const] : [])),
  );
};

/** Adds up what this till did in a shift, over all journals that it went through. */
export const readShiftBook = async (till: Held, shift: OpenShift): Promise<ShiftBook> => {
  const identity = await readIdentity(till.ledger);
  const all = identity ? [...identity.earlierJournalIds, identity.journalId] : [];
  const read: Operation[] = [];
  const counts: { journalId: string; count: number }[] = [];
  for (const journalId of all.slice(all.indexOf(shift.journalId))) {
    const from = journalId === shift.journalId ? shift.seq - 1 : 0;
    const { operations, count } = await readJournal(till, shift.shiftId, journalId, from);
    read.push(...operations);
    if (count > 0) counts.push({ journalId, count });
  }
  const entries = read.map(shiftEntryOf);
  const categories = await categoriesOf(till, entries);
  return {
    report: reportOf(shift.float, entries, (sku) => categories.get(sku) ?? null),
    operations: counts,
  };
};
