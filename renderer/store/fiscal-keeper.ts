import { EMPTY_BOOK, type FiscalBook } from '#shared/domain/fiscal/book.ts';
import { applyToFiscalBook } from '#shared/operations/fiscal-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readIdentity } from './identity.ts';
import type { Journal, NextPlace } from './journal.ts';
import type { Ledger, SealedText } from './ledger.ts';
import { operationsIn } from './newest-operations.ts';
import type { TrustedClock } from './trusted-clock.ts';
import { pagesAfter } from './pages-after.ts';

type Time = Pick<TrustedClock, 'writtenAt'>;

/** The book as it was after an operation: what came later is read again, and without it everything. */
type Kept = { readonly after: NextPlace; readonly book: FiscalBook };

const KEY = 'fiscal-book';
const PAGE = 500;

/** So many operations are read again at every start before the book is kept anew. */
const READ_AGAIN = 2000;

const IN_ANY_CASE = ['"type":"shift.opened"', '"type":"fiscal.'] as const;

/** Of a till that nobody registers for only the opening of a shift can change anything; reading takes long. */
const isNews = ({ text }: SealedText, { driver }: FiscalBook): boolean =>
  driver !== 'none' || IN_ANY_CASE.some((type) => text.includes(type));

/** By the time that the clock is measured with: a till's clock that somebody set back stops no sale (rule J7). */
const applyIn =
  (time: Time) =>
  (book: FiscalBook, operation: Operation): FiscalBook => {
    const at = time.writtenAt(operation);
    return applyToFiscalBook(book, at === null ? operation : { ...operation, at, clockOffset: 0 });
  };

type Apply = ReturnType<typeof applyIn>;

const afterPage = (book: FiscalBook, page: readonly SealedText[], apply: Apply): FiscalBook =>
  page.reduce(
    (before, sealed) =>
      isNews(sealed, before) ? operationsIn(sealed.text).reduce(apply, before) : before,
    book,
  );

const readBook = async (ledger: Ledger, apply: Apply): Promise<FiscalBook> => {
  const identity = await readIdentity(ledger);
  if (!identity) return EMPTY_BOOK;
  const journalIds = [...identity.earlierJournalIds, identity.journalId];
  const kept = await ledger.readLocal<Kept>(KEY);
  const first = kept === null ? -1 : journalIds.indexOf(kept.after.journalId);
  let book = first < 0 ? EMPTY_BOOK : (kept?.book ?? EMPTY_BOOK);
  let read = 0;
  let last: NextPlace | null = null;
  for (const journalId of journalIds.slice(Math.max(0, first))) {
    let after = kept?.after.journalId === journalId ? kept.after.seq : 0;
    for await (const page of pagesAfter(ledger, journalId, after, PAGE)) {
      book = afterPage(book, page, apply);
      read += page.length;
      after = page.at(-1)?.seq ?? after;
      if (after > 0) last = { journalId, seq: after };
    }
  }
  if (last !== null && read > READ_AGAIN)
    await ledger.writeLocal(KEY, { after: last, book } satisfies Kept);
  return book;
};

/** The fiscal book of this till, as its journals alone say it is; nothing that a crash takes can make it wrong. */
export const createFiscalKeeper = async (
  ledger: Ledger,
  journal: Journal,
  time: Time,
): Promise<() => FiscalBook> => {
  const apply = applyIn(time);
  let book = await readBook(ledger, apply);
  journal.onAppend((operation) => {
    book = apply(book, operation);
  });
  return () => book;
};
