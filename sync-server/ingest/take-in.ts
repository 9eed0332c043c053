import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import { type JournalRow, type StoreTransaction, StoreUnavailable } from '../store/store.ts';
import { applyOperation } from './apply-operation.ts';
import type { Applying } from './environment.ts';
import { putStatus } from './put-status.ts';
import { loadAhead } from './load-ahead.ts';
import { textToKeep } from './record-customer.ts';
import { openException } from './reconcile-exceptions.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** An operation on its way in: what arrived, and whether it may be applied. */
export type Incoming = {
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
  readonly receivedAt: string;
  readonly judged: Result<Operation, QuarantineReason>;
};

/** Keeps an operation whole for a person, and tells its till (rule P3). */
const quarantine = async (
  workspace: Workspace,
  { journalId, tillId, storeId }: JournalRow,
  { seq, hash }: Incoming,
  reason: QuarantineReason,
  now: string,
): Promise<void> => {
  const id = operationId(journalId, seq);
  putStatus(workspace, tillId, { id, hash, status: 'quarantined', reason });
  if (reason !== 'chain_broken') return;
  const broken: Contradiction = {
    id: exceptionId(reason, id),
    kind: reason,
    storeId,
    subject: { type: 'journal', id: journalId },
    evidence: [id],
    otherStoreIds: [],
    amount: null,
    owner: 'head_office',
  };
  await openException(workspace, broken, now);
};

const takeInOne = async (
  workspace: Workspace,
  journal: JournalRow,
  incoming: Incoming,
  applying: Applying,
): Promise<void> => {
  const { seq, hash, receivedAt, judged } = incoming;
  const reason = judged.ok
    ? await applyOperation(workspace, judged.value, applying)
    : judged.problem;
  if (reason !== null) await quarantine(workspace, journal, incoming, reason, applying.now);
  const status = reason === null ? 'applied' : 'quarantined';
  const { journalId } = journal;
  const text = await textToKeep(workspace, incoming.text);
  workspace.putOperation({ journalId, seq, hash, text, receivedAt, status, reason });
};

const takeInAll = async (
  tx: StoreTransaction,
  journal: JournalRow,
  incoming: readonly Incoming[],
  applying: Applying,
): Promise<void> => {
  const workspace = createWorkspace(tx);
  const operations = incoming.flatMap(({ judged }) => (judged.ok ? [judged.value] : []));
  await loadAhead(tx, workspace, operations, { storeId: journal.storeId, ...applying });
  for (const one of incoming) await takeInOne(workspace, journal, one, applying);
  await workspace.flush();
};

/** Runs `work` so that nothing of it stays when the data is at fault. True = it was done. */
export const attempt = async (
  tx: StoreTransaction,
  work: () => Promise<void>,
): Promise<boolean> => {
  try {
    await tx.savepoint(work);
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return false;
  }
};

/**
 * Applies or quarantines operations of one journal, in sequence. All at once while nothing goes wrong; else one by
 * one, and what cannot be applied is quarantined alone (rule P2).
 */
export const takeIn = async (
  tx: StoreTransaction,
  journal: JournalRow,
  incoming: readonly Incoming[],
  applying: Applying,
): Promise<void> => {
  if (await attempt(tx, () => takeInAll(tx, journal, incoming, applying))) return;
  for (const one of incoming) {
    if (await attempt(tx, () => takeInAll(tx, journal, [one], applying))) continue;
    await takeInAll(tx, journal, [{ ...one, judged: fail('apply_failed') }], applying);
  }
};
