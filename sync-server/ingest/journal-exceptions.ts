import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { JournalRow } from '../store/store.ts';

type JournalKind = 'journal_forked' | 'server_restored';

/** Sequences that an exception names; more say nothing more. */
const MAX_EVIDENCE = 20;

export const journalContradiction = (
  kind: JournalKind,
  { journalId, storeId }: JournalRow,
  sequences: readonly number[],
): Contradiction => ({
  id: exceptionId(kind, journalId),
  kind,
  storeId,
  subject: { type: 'journal', id: journalId },
  evidence: sequences.slice(0, MAX_EVIDENCE).map((seq) => operationId(journalId, seq)),
  otherStoreIds: [],
  amount: null,
  owner: 'head_office',
});
