import { operationId } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type { JournalRow, OperationRow, StoreTransaction } from '../store/store.ts';
import { applyOperation } from './apply-operation.ts';
import type { Applying, IngestEnvironment } from './environment.ts';
import { loadAhead } from './load-ahead.ts';
import { putStatus } from './put-status.ts';
import { attempt } from './take-in.ts';
import { createWorkspace } from './workspace.ts';
import { parseEnvelope, parseOperation } from './operation-parser.ts';

/** What a later build may know or do better; of these everything else was checked and right. */
const RETRIED: readonly QuarantineReason[] = [
  'operation_type_unknown',
  'operation_version_unknown',
  'apply_failed',
];

const operationIn = (text: string): Operation | null => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok ? operation.value : null;
};

/** The operation's effect and its status change together (rule P3). */
const applyHeld = async (
  tx: StoreTransaction,
  { storeId, tillId }: JournalRow,
  row: OperationRow,
  applying: Applying,
): Promise<boolean> => {
  const operation = operationIn(row.text);
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
