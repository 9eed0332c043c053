import type { WaitingDocument } from '#shared/domain/fiscal/book.ts';
import type { FiscalDocument } from '#shared/domain/fiscal/document.ts';
import { proofOf } from '#shared/domain/fiscal/proof.ts';
import type { FiscalDriverName, FiscalFailure } from '#shared/domain/fiscal/schema.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { fiscalDocumentsOf } from '#shared/operations/fiscal-documents.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { FiscalDriver, FiscalOutcome } from '../host/fiscal-driver.ts';
import type { Actor } from '../store/journal.ts';
import { operationsIn } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';

/** null = nobody has written a driver of that name, or it is gone. */
export type FiscalDrivers = (name: FiscalDriverName) => FiscalDriver | null;

/** How long a driver may think, milliseconds: no answer is not a no. */
const PATIENCE = 15_000;

export type RegisterParts = {
  readonly drivers: FiscalDrivers;
  /** Resolves when the milliseconds have passed. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Whether a driver may have heard of this document before: it is asked then, never told again blindly (rule J8). */
  readonly mayBeKnown: (documentId: string) => boolean;
};

/** `idle`: nothing waits. `waiting`: what is first in turn cannot be registered now, and all others wait behind it. */
export type Registered = 'idle' | 'done' | 'waiting';

const UNKNOWN: FiscalOutcome = { type: 'unknown' };

const operationOf = async (
  { ledger }: TillStore,
  operationId: string,
): Promise<Operation | null> => {
  const journalId = operationId.slice(0, operationId.lastIndexOf('.'));
  const seq = Number(operationId.slice(operationId.lastIndexOf('.') + 1));
  const [sealed] = await ledger.read(journalId, seq - 1, 1);
  return sealed?.seq === seq ? (operationsIn(sealed.text)[0] ?? null) : null;
};

const documentOf = async (
  till: TillStore,
  { operationId, documentId }: WaitingDocument,
): Promise<FiscalDocument | null> => {
  const operation = await operationOf(till, operationId);
  if (!operation) return null;
  const { payload } = operation;
  const orderId = 'orderId' in payload ? payload.orderId : null;
  const order = orderId === null ? null : await till.view.order(orderId);
  const documents = fiscalDocumentsOf(operation, order);
  return documents.find((document) => document.documentId === documentId) ?? null;
};

const subjectOf = (
  { documentId, operationId, kind, orderId, currency, total }: FiscalDocument,
  driver: FiscalDriverName,
) => ({ documentId, operationId, kind, orderId, currency, total, driver });

/** A registration is an act of the till's, not of a shift: it may come after the shift's Z report. */
const byWhom = ({ staffId }: FiscalDocument): Actor => ({
  staffId,
  shiftId: null,
  approvedBy: null,
});

/** Once per document, whoever else wrote meanwhile (rule J2). */
const writeDown = async (
  { journal, view }: TillStore,
  document: FiscalDocument,
  isOpen: (waiting: WaitingDocument) => boolean,
  content: OperationContent,
): Promise<void> => {
  const written = await journal.write(byWhom(document), async () => {
    const waiting = view
      .fiscal()
      .waiting.find(({ documentId }) => documentId === document.documentId);
    return waiting && isOpen(waiting) ? ok(content) : fail({ type: 'already_done' as const });
  });
  // It would be asked for again at once, and for ever.
  if (!written.ok && written.problem.type !== 'already_done')
    throw new Error(`${document.documentId}: ${written.problem.type}`);
};

const writeFailure = async (
  till: TillStore,
  document: FiscalDocument,
  driver: FiscalDriverName,
  reason: FiscalFailure,
  detail: string,
): Promise<void> => {
  const payload = { ...subjectOf(document, driver), reason, detail: detail.slice(0, 200) };
  const isOpen = ({ isTold }: WaitingDocument): boolean => reason === 'refused' || !isTold;
  await writeDown(till, document, isOpen, { type: 'fiscal.failed', payload });
};

/** What is first in turn holds up all that is behind it: their papers go out without a number as well. */
const tellWaiting = async (till: TillStore, reason: FiscalFailure): Promise<void> => {
  for (const waiting of till.view.fiscal().waiting) {
    if (waiting.isTold) continue;
    const document = await documentOf(till, waiting);
    if (document) await writeFailure(till, document, waiting.driver, reason, '');
  }
};

/** Asked for if it may be known already, told once, asked for again when the answer was lost. */
const outcomeOf = async (
  driver: FiscalDriver,
  document: FiscalDocument,
  { pause, mayBeKnown }: RegisterParts,
): Promise<FiscalOutcome> => {
  const within = <Answer>(work: Promise<Answer>): Promise<Answer | FiscalOutcome> =>
    Promise.race([work.catch(() => UNKNOWN), pause(PATIENCE).then(() => UNKNOWN)]);
  const { documentId } = document;
  if (mayBeKnown(documentId)) {
    const known = await within(driver.ask(documentId));
    if (known.type !== 'unheard') return known;
  }
  const outcome = await within(driver.register(document));
  if (outcome.type !== 'unknown') return outcome;
  const known = await within(driver.ask(documentId));
  return known.type === 'unheard' ? UNKNOWN : known;
};

/**
 * Registers what is first in turn. The operation itself is the intent: it is on the disk before a driver hears of it (rule J8),
 * and what became of it is a fact of its own.
 */
export const registerNext = async (till: TillStore, parts: RegisterParts): Promise<Registered> => {
  const [first] = till.view.fiscal().waiting;
  if (!first) return 'idle';
  const document = await documentOf(till, first);
  if (!document) throw new Error(`no such document: ${first.documentId}`);
  const driver = parts.drivers(first.driver);
  const outcome: FiscalOutcome = driver
    ? await outcomeOf(driver, document, parts)
    : { type: 'unavailable', reason: 'device_missing' };
  switch (outcome.type) {
    case 'registered': {
      const payload = { ...subjectOf(document, first.driver), ...proofOf(outcome) };
      await writeDown(till, document, () => true, { type: 'fiscal.registered', payload });
      return 'done';
    }
    case 'refused':
      await writeFailure(till, document, first.driver, 'refused', outcome.detail);
      return 'done';
    case 'unavailable':
      await tellWaiting(till, outcome.reason);
      return 'waiting';
    case 'unknown':
      await tellWaiting(till, 'no_answer');
      return 'waiting';
  }
};

/** So many documents are handed on at once. */
const SENT_AT_ONCE = 500;

/** Has what was registered offline handed on; whether all of it has reached the authority. */
export const sendDocuments = async (
  till: TillStore,
  { drivers, pause }: Pick<RegisterParts, 'drivers' | 'pause'>,
): Promise<boolean> => {
  const { unsent } = till.view.fiscal();
  const [first] = unsent;
  if (!first) return true;
  const { driver: name } = first;
  const documentIds = unsent
    .filter(({ driver }) => driver === name)
    .slice(0, SENT_AT_ONCE)
    .map(({ documentId }) => documentId);
  const sent = await Promise.race([
    drivers(name)
      ?.send(documentIds)
      .catch(() => []) ?? [],
    pause(PATIENCE).then(() => []),
  ]);
  const last = await operationOf(
    till,
    first.documentId.slice(0, first.documentId.lastIndexOf('-')),
  );
  if (sent.length === 0 || !last) return false;
  const actor = { staffId: last.staffId, shiftId: null, approvedBy: null };
  await till.journal.write(actor, async () => {
    const open = new Set(till.view.fiscal().unsent.map(({ documentId }) => documentId));
    const news = sent.filter((id) => open.has(id));
    return news.length === 0
      ? fail({ type: 'already_done' as const })
      : ok({ type: 'fiscal.sent', payload: { driver: name, documentIds: news } });
  });
  const left = till.view.fiscal().unsent.length;
  if (left === 0) return true;
  return left < unsent.length && sendDocuments(till, { drivers, pause });
};
