import type { FiscalDriverName, FiscalKind } from './schema.ts';

/** A document that is not registered yet. */
export type WaitingDocument = {
  readonly documentId: string;
  readonly operationId: string;
  readonly kind: FiscalKind;
  readonly driver: FiscalDriverName;
  /** When what it is about happened. */
  readonly at: string;
  /** The journal says that its paper went out without a number. */
  readonly isTold: boolean;
};

export type UnsentDocument = Pick<WaitingDocument, 'documentId' | 'driver' | 'at'>;

type Stretch = { readonly from: string; readonly to: string };

/** How a till stands to whoever registers for it: a fold of its journal. Times are ISO 8601 UTC. */
export type FiscalBook = {
  /** Of the shift that was opened last: a shift is registered by one driver, whatever the settings say meanwhile. */
  readonly driver: FiscalDriverName;
  /** In the order in which it happened, as devices want it. */
  readonly waiting: readonly WaitingDocument[];
  /** Registered by the device alone. */
  readonly unsent: readonly UnsentDocument[];
  /** Times in which documents did not reach the authority, of the last two months. */
  readonly stretches: readonly Stretch[];
};

export const EMPTY_BOOK: FiscalBook = { driver: 'none', waiting: [], unsent: [], stretches: [] };

/** What a fact changes. */
export type BookChange =
  | { readonly type: 'driver_chosen'; readonly driver: FiscalDriverName }
  | { readonly type: 'asked_for'; readonly documents: readonly Omit<WaitingDocument, 'isTold'>[] }
  | { readonly type: 'registered'; readonly documentId: string; readonly isSent: boolean }
  | { readonly type: 'refused'; readonly documentId: string }
  | { readonly type: 'failed'; readonly documentId: string }
  | { readonly type: 'sent'; readonly documentIds: readonly string[] };

/** Since when documents have not reached the authority; null = they do. What merely takes its moment does not count. */
export const offlineSince = ({ waiting, unsent }: FiscalBook): string | null =>
  [...unsent, ...waiting.filter(({ isTold }) => isTold)]
    .map(({ at }) => at)
    .toSorted()
    .at(0) ?? null;

const without = <Entry extends { readonly documentId: string }>(
  entries: readonly Entry[],
  documentId: string,
): Entry[] => entries.filter((entry) => entry.documentId !== documentId);

const changed = (book: FiscalBook, change: BookChange): FiscalBook => {
  switch (change.type) {
    case 'driver_chosen':
      return { ...book, driver: change.driver };
    case 'asked_for': {
      const more = change.documents.map((document) => ({ ...document, isTold: false }));
      return { ...book, waiting: [...book.waiting, ...more] };
    }
    case 'registered': {
      const { documentId, isSent } = change;
      const known = book.waiting.find((document) => document.documentId === documentId);
      if (!known) return book;
      const { driver, at } = known;
      return {
        ...book,
        waiting: without(book.waiting, documentId),
        unsent: isSent ? book.unsent : [...book.unsent, { documentId, driver, at }],
      };
    }
    case 'refused':
      return { ...book, waiting: without(book.waiting, change.documentId) };
    case 'failed':
      return {
        ...book,
        waiting: book.waiting.map((document) =>
          document.documentId === change.documentId ? { ...document, isTold: true } : document,
        ),
      };
    case 'sent': {
      const sent = new Set(change.documentIds);
      return { ...book, unsent: book.unsent.filter(({ documentId }) => !sent.has(documentId)) };
    }
  }
};

const KEPT = 62 * 24 * 3_600_000;

/** The book after a fact. `at`: when that was told. */
export const afterChange = (book: FiscalBook, change: BookChange, at: string): FiscalBook => {
  const next = changed(book, change);
  const from = offlineSince(book);
  if (from === null || offlineSince(next) !== null) return next;
  const oldest = new Date(Date.parse(at) - KEPT).toISOString();
  const stretches = [...next.stretches, { from, to: at }].filter(({ to }) => to > oldest);
  return { ...next, stretches };
};
