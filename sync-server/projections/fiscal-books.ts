import { sql } from 'kysely';
import { EMPTY_BOOK, type FiscalBook } from '#shared/domain/fiscal/book.ts';
import { fiscalClock } from '#shared/domain/fiscal/clock.ts';
import { DEFAULT_FISCAL } from '#shared/domain/fiscal/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { generationOf } from '#shared/kernel/ids.ts';
import { applyToFiscalBook } from '#shared/operations/fiscal-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { TillFiscal } from '#shared/protocol/dashboard.ts';
import { fromStoredText } from '../store/stored-text.ts';
import type { Tables } from '../tables.ts';

/** A till's book, and how far each of its journals is in it. */
type Kept = {
  readonly book: FiscalBook;
  readonly through: Readonly<Record<string, number>>;
  /** How many of its operations waited in quarantine: one that left it since was not read. */
  readonly quarantined: number;
};

type Journal = { readonly id: string; readonly till_id: string; readonly head_seq: number };

const NOTHING: Kept = { book: EMPTY_BOOK, through: {}, quarantined: 0 };
const PAGE = 500;

const readPage = async (db: Tables, journalId: string, after: number, isOff: boolean) => {
  // Of a till that nobody registers for only these can change anything, and an index has them.
  const news = isOff ? sql`and is_fiscal(text)` : sql``;
  const { rows } = await sql<{ seq: number; text: string }>`
    select seq, text from operations
    where journal_id = ${journalId} and seq > ${after} and status = 'applied' ${news}
    order by seq limit ${PAGE}`.execute(db);
  return rows;
};

const afterJournal = async (
  db: Tables,
  journalId: string,
  { book: before, after }: { readonly book: FiscalBook; readonly after: number },
): Promise<FiscalBook> => {
  let [book, seq] = [before, after];
  for (;;) {
    const isOff = book.driver === 'none';
    const page = await readPage(db, journalId, seq, isOff);
    for (const row of page) {
      ({ seq } = row);
      // It was checked when it was applied.
      book = applyToFiscalBook(book, JSON.parse(fromStoredText(row.text)) as Operation);
      // From here on all that it does is registered: what lies between counts too.
      if (isOff && book.driver !== 'none') break;
    }
    const isSwitchedOn = isOff && book.driver !== 'none';
    if (page.length < PAGE && !isSwitchedOn) return book;
  }
};

/** The book as the till itself has it: its journals one after the other, with the same function. */
const caughtUp = async (
  db: Tables,
  journals: readonly Journal[],
  known: Kept,
  quarantined: number,
): Promise<Kept> => {
  const readOf = ({ id }: Journal): number => known.through[id] ?? 0;
  const behind = journals.filter((journal) => readOf(journal) < journal.head_seq);
  if (behind.length === 0 && quarantined === known.quarantined) return known;
  const last = journals.findLastIndex((journal) => readOf(journal) > 0);
  // What came of an earlier journal, or out of quarantine, is not the end of what was read: all of it is read again.
  const isLate = behind.some((journal) => journals.indexOf(journal) < last);
  const start = isLate || quarantined < known.quarantined ? NOTHING : known;
  let { book } = start;
  for (const { id } of journals)
    book = await afterJournal(db, id, { book, after: start.through[id] ?? 0 });
  const through = Object.fromEntries(journals.map(({ id, head_seq }) => [id, head_seq]));
  return { book, through, quarantined };
};

const journalsOf = async (
  db: Tables,
  storeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Journal[]>> => {
  const { rows } = await sql<Journal>`
    select id, till_id, head_seq from journals
    where store_id = any(${[...storeIds]}::text[])`.execute(db);
  const byTill = new Map<string, Journal[]>();
  const inTheirOrder = rows.toSorted(
    (left, right) => generationOf(left.id) - generationOf(right.id),
  );
  for (const journal of inTheirOrder)
    byTill.set(journal.till_id, [...(byTill.get(journal.till_id) ?? []), journal]);
  return byTill;
};

const keptOf = async (db: Tables, tillIds: readonly string[]) => {
  const { rows } = await sql<{ till_id: string; body: string }>`
    select till_id, body from fiscal_books where till_id = any(${[...tillIds]}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ till_id: tillId, body }) => [tillId, JSON.parse(body) as Kept]));
};

const quarantinedOf = async (db: Tables, journalIds: readonly string[]) => {
  const { rows } = await sql<{ till_id: string; count: number }>`
    select journals.till_id, count(*) as count from operations
    join journals on journals.id = operations.journal_id
    where operations.status = 'quarantined' and journal_id = any(${[...journalIds]}::text[])
    group by journals.till_id`.execute(db);
  return new Map(rows.map(({ till_id: tillId, count }) => [tillId, count]));
};

const keep = (db: Tables, tillId: string, kept: Kept) =>
  sql`
    insert into fiscal_books (till_id, body) values (${tillId}, ${JSON.stringify(kept)})
    on conflict (till_id) do update set body = excluded.body`.execute(db);

/**
 * How the tills of these stores stand to whoever registers for them, from what has arrived of them: what waits, and how long the law
 * lets them go on. Tills that nobody registers for are left out.
 */
export const fiscalStates = async (
  db: Tables,
  stores: readonly StoreSettings[],
  now: string,
): Promise<TillFiscal[]> => {
  const states: TillFiscal[] = [];
  for (const { storeId, fiscal = DEFAULT_FISCAL } of stores) {
    const journals = await journalsOf(db, [storeId]);
    const kept = await keptOf(db, [...journals.keys()]);
    const waiting = await quarantinedOf(
      db,
      [...journals.values()].flat().map(({ id }) => id),
    );
    for (const [tillId, own] of journals) {
      const known = kept.get(tillId) ?? NOTHING;
      const next = await caughtUp(db, own, known, waiting.get(tillId) ?? 0);
      if (next !== known) await keep(db, tillId, next);
      const { book } = next;
      const isOpen = book.waiting.length > 0 || book.unsent.length > 0;
      if (book.driver === 'none' && !isOpen) continue;
      states.push({
        tillId,
        waiting: book.waiting.length,
        unsent: book.unsent.length,
        clock: fiscalClock(book, fiscal, now),
      });
    }
  }
  return states;
};
