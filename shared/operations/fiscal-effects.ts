import { afterChange, type BookChange, type FiscalBook } from '../domain/fiscal/book.ts';
import { fiscalDocumentsOf } from './fiscal-documents.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

const toldOf = (operation: Operation): BookChange | null => {
  if (operation.type === 'fiscal.registered') {
    const { documentId, mode } = operation.payload;
    return { type: 'registered', documentId, isSent: mode === 'online' };
  }
  if (operation.type === 'fiscal.failed') {
    const { documentId, reason } = operation.payload;
    return { type: reason === 'refused' ? 'refused' : 'failed', documentId };
  }
  if (operation.type === 'fiscal.sent')
    return { type: 'sent', documentIds: operation.payload.documentIds };
  return null;
};

const changesOf = (operation: Operation, { driver: current }: FiscalBook): BookChange[] => {
  const told = toldOf(operation);
  if (told) return [told];
  const driver = operation.type === 'shift.opened' ? (operation.payload.fiscal ?? 'none') : current;
  const documents = (driver === 'none' ? [] : fiscalDocumentsOf(operation)).map(
    ({ documentId, operationId, kind, at }) => ({ documentId, operationId, kind, driver, at }),
  );
  return [
    ...(driver === current ? [] : [{ type: 'driver_chosen', driver } as const]),
    ...(documents.length === 0 ? [] : [{ type: 'asked_for', documents } as const]),
  ];
};

/** A till's fiscal book after one of its own operations. */
export const applyToFiscalBook = (book: FiscalBook, operation: Operation): FiscalBook =>
  changesOf(operation, book).reduce(
    (before, change) => afterChange(before, change, happenedAt(operation)),
    book,
  );
