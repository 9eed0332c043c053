import { EMPTY_BOOK, type FiscalBook } from '#shared/domain/fiscal/book.ts';
import { applyToFiscalBook } from '#shared/operations/fiscal-effects.ts';
import { readIdentity } from './identity.ts';
import type { Journal, NextPlace } from './journal.ts';
import type { Ledger, SealedText } from './ledger.ts';
import { operationsIn } from './newest-operations.ts';

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

const afterPage = (book: FiscalBook, page: readonly SealedText[]): FiscalBook =>
  page.reduce(
    (before, sealed) =>
      isNews(sealed, before) ? operationsIn(sealed.text).reduce(applyToFiscalBook, before) : before,
    book,
  );

const readBook = async (ledger: Ledger): Promise<FiscalBook> => {
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
    for (;;) {
      const page = await ledger.read(journalId, after, PAGE);
      book = afterPage(book, page);
      read += page.length;
      after = page.at(-1)?.seq ?? after;
      if (after > 0) last = { journalId, seq: after };
      if (page.length < PAGE) break;
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
): Promise<() => FiscalBook> => {
  let book = await readBook(ledger);
  journal.onAppend((operation) => {
    book = applyToFiscalBook(book, operation);
  });
  return () => book;
};
