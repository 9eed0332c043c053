import { operationId } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type { JournalRow, OperationRow, StoreTransaction } from '../store/store.ts';
import { applyOperation } from './apply-operation.ts';
import type { Applying, IngestEnvironment } from './environment.ts';
import { judgeOperation } from './judge-operation.ts';
import { loadAhead } from './load-ahead.ts';
import { putStatus } from './put-status.ts';
import { readOperation } from './read-operation.ts';
import { attempt } from './take-in.ts';
import { createWorkspace } from './workspace.ts';
import { operationIn } from './operation-parser.ts';

/**
 * What a later build may know or do better; of these everything else was checked and right, but for those that are malformed:
 * a form that this build knows may be all that was wrong with one, so that it is judged again from the beginning.
 */
const RETRIED: readonly QuarantineReason[] = [
  'operation_type_unknown',
  'operation_version_unknown',
  'apply_failed',
  'operation_malformed',
];

/** An operation that was malformed to an earlier build, judged as if it came now. */
const judgedAgain = async (
  tx: StoreTransaction,
  journal: JournalRow,
  { journalId, seq, text }: OperationRow,
  { crypto }: Applying,
): Promise<Operation | null> => {
  const [before] = seq === 1 ? [] : await tx.operations(journalId, seq - 1, seq - 1);
  const previousHash = seq === 1 ? journal.linkHash : before?.hash;
  if (previousHash === undefined) return null;
  const judged = judgeOperation(await readOperation(text, crypto), { journal, seq, previousHash });
  return judged.ok ? judged.value : null;
};

/** The operation's effect and its status change together (rule P3). */
const applyHeld = async (
  tx: StoreTransaction,
  journal: JournalRow,
  row: OperationRow,
  applying: Applying,
): Promise<boolean> => {
  const { storeId, tillId } = journal;
  const operation =
    row.reason === 'operation_malformed'
      ? await judgedAgain(tx, journal, row, applying)
      : operationIn(row.text);
  if (operation === null || row.reason === null) return false;
  const workspace = createWorkspace(tx);
  await loadAhead(tx, workspace, [operation], { storeId, ...applying });
  if ((await applyOperation(workspace, operation, applying)) !== null) return false;
  const id = operationId(row.journalId, row.seq);
  const { hash, reason } = row;
  putStatus(workspace, tillId, { id, hash, status: 'applied', reason });
  workspace.putOperation({ ...row, status: 'applied' });
  await workspace.flush();
  return true;
};

const reingest = (
  { store, crypto, now }: IngestEnvironment,
  journalId: string,
  seq: number,
): Promise<boolean> =>
  store.transaction(async (tx) => {
    await tx.lock([journalId], []);
    const journal = await tx.journal(journalId);
    const [row] = await tx.operations(journalId, seq, seq);
    if (!journal || row?.status !== 'quarantined') return false;
    let applied = false;
    const attempted = await attempt(tx, async () => {
      applied = await applyHeld(tx, journal, row, { crypto, now: now() });
    });
    return attempted && applied;
  });

/**
 * Tries again what an earlier build could not apply (rule P2); call it when the server starts. How many operations
 * are in effect now.
 */
export const reingestQuarantined = async (environment: IngestEnvironment): Promise<number> => {
  let applied = 0;
  for (const { journalId, seq } of await environment.store.quarantined(RETRIED))
    if (await reingest(environment, journalId, seq)) applied += 1;
  return applied;
};
