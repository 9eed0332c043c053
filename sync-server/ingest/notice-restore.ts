import type { JournalRow, StoreTransaction } from '../store/store.ts';
import { journalContradiction } from './journal-exceptions.ts';
import { openException } from './reconcile-exceptions.ts';
import { createWorkspace } from './workspace.ts';

/**
 * A till was told that the server holds its journal up to `acknowledged`, and the server holds less: it was restored
 * from a backup. Its operations come again by themselves; what else is missing nobody can know, so everything is
 * pulled anew in a new epoch (rule P6), and a person is told.
 */
export const noticeRestore = async (
  tx: StoreTransaction,
  journal: JournalRow,
  told: { readonly acknowledged: number; readonly epoch: string | null },
  { now, nextEpoch }: { readonly now: string; readonly nextEpoch: string },
): Promise<void> => {
  await tx.lock([], [journal.storeId]);
  await tx.renewEpoch(told.epoch ?? '', nextEpoch);
  const workspace = createWorkspace(tx);
  const missing = journalContradiction('server_restored', journal, [
    journal.headSeq + 1,
    told.acknowledged,
  ]);
  await openException(workspace, missing, now);
  await workspace.flush();
};
