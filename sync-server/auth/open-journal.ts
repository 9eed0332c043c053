import { generationOf, journalId as journalIdOf } from '#shared/kernel/ids.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Store } from '../store/store.ts';
import { nextGeneration } from './enrolment.ts';
import type { Tables } from '../tables.ts';

/**
 * Starts the till's next journal (rule J1), which links to the head of `previous`, null = to nothing. Its id was never
 * used before: this server may have been restored and not know of journals that its till does.
 */
export const openJournal = async (
  db: Tables,
  store: Store,
  { tillId, storeId }: { readonly tillId: string; readonly storeId: string },
  previous: { readonly journalId: string; readonly hash: string } | null,
): Promise<string> => {
  const linkHash = previous?.hash ?? GENESIS_HASH;
  const above = previous === null ? 0 : generationOf(previous.journalId);
  for (;;) {
    const journalId = journalIdOf(tillId, await nextGeneration(db, tillId, above));
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
