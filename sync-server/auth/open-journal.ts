import { journalId as journalIdOf } from '#shared/kernel/ids.ts';
import type { Store } from '../store/store.ts';
import { nextGeneration } from './enrolment.ts';
import type { Tables } from '../tables.ts';

/** Starts the till's next journal (rule J1), which links to `linkHash`; its id was never used before. */
export const openJournal = async (
  db: Tables,
  store: Store,
  { tillId, storeId }: { readonly tillId: string; readonly storeId: string },
  linkHash: string,
): Promise<string> => {
  for (;;) {
    const journalId = journalIdOf(tillId, await nextGeneration(db, tillId));
    const isNew = await store.transaction(async (tx) => {
      await tx.lock([journalId], []);
      if ((await tx.journal(journalId)) !== null) return false;
      const journal = { journalId, tillId, storeId, linkHash, headSeq: 0, headHash: linkHash };
      await tx.putJournal(journal);
      return true;
    });
    if (isNew) return journalId;
  }
};
