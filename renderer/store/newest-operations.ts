import type { Operation } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import { readIdentity } from './identity.ts';
import type { Ledger } from './ledger.ts';

const PAGE = 200;

/** The operation in a text of the ledger; none when this build does not know its type or version. */
export const operationsIn = (text: string): Operation[] => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok ? [operation.value] : [];
};

async function* newestOf(ledger: Ledger, journalId: string): AsyncGenerator<Operation> {
  const head = await ledger.head(journalId);
  for (let end = head?.seq ?? 0; end > 0; end -= PAGE) {
    const start = Math.max(0, end - PAGE);
    const page = await ledger.read(journalId, start, end - start);
    yield* page.flatMap(({ text }) => operationsIn(text)).toReversed();
  }
}

/** What this till wrote, newest first over all its journals; whoever stops early has read little. */
export async function* newestOperations(ledger: Ledger): AsyncGenerator<Operation> {
  const identity = await readIdentity(ledger);
  if (!identity) return;
  const { earlierJournalIds, journalId } = identity;
  for (const id of [...earlierJournalIds, journalId].toReversed()) yield* newestOf(ledger, id);
}
