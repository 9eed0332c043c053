import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type { JournalRow } from '../store/store.ts';
import type { Reading } from './read-operation.ts';
import { parseOperation } from './operation-parser.ts';

/** Where an operation stands in its journal, and what must stand before it. */
export type Place = {
  readonly journal: JournalRow;
  readonly seq: number;
  readonly previousHash: string;
};

/**
 * Whether an operation may be applied. What this build does not know yet comes last: everything else about such an
 * operation was right, so that it can be applied as soon as a build knows it (rule P2).
 */
export const judgeOperation = (
  { envelope, hashHolds }: Reading,
  { journal, seq, previousHash }: Place,
): Result<Operation, QuarantineReason> => {
  if (envelope === null) return fail('operation_malformed');
  if (!hashHolds) return fail('hash_mismatch');
  const { journalId, tillId, storeId } = envelope;
  if (journalId !== journal.journalId || tillId !== journal.tillId || storeId !== journal.storeId)
    return fail('foreign_journal');
  if (envelope.seq !== seq) return fail('operation_malformed');
  if (envelope.previousHash !== previousHash) return fail('chain_broken');
  const parsed = parseOperation(envelope);
  return parsed.ok ? ok(parsed.value) : fail(parsed.problem.type);
};
