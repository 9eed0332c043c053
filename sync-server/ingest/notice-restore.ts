import { generationOf } from '#shared/kernel/ids.ts';
import type { JournalRow, StoreTransaction } from '../store/store.ts';
import type { IngestEnvironment } from './environment.ts';
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

/** Who asks, as its token says. */
type Asker = { readonly tillId: string; readonly storeId: string };

/**
 * A till was told of a change, in the present epoch, that this server never made: it was restored from a backup. The
 * number must lie where another life of the data may have given it, so a till cannot bring this about at will, and no
 * more than once in an epoch. False = its number proves nothing.
 */
export const noticeLostChange = async (
  { store, now, createId }: Pick<IngestEnvironment, 'store' | 'now' | 'createId'>,
  { tillId, storeId }: Asker,
  told: { readonly seq: number; readonly epoch: string },
): Promise<boolean> => {
  const journals = Object.keys(await store.appliedThrough(tillId));
  const journalId = journals.toSorted((left, right) => generationOf(right) - generationOf(left))[0];
  return store.transaction(async (tx) => {
    await tx.lock([], [storeId]);
    if (!(await tx.isLost(told.seq))) return false;
    const journal = journalId === undefined ? null : await tx.journal(journalId);
    if (!(await tx.renewEpoch(told.epoch, createId())) || journal === null) return true;
    const workspace = createWorkspace(tx);
    await openException(workspace, journalContradiction('server_restored', journal, []), now());
    await workspace.flush();
    return true;
  });
};
