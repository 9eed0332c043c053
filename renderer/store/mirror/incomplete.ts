import type { Ledger } from '../ledger.ts';

const KEY = 'incomplete';

const incompleteJournals = async (ledger: Ledger): Promise<readonly string[]> =>
  (await ledger.readLocal<readonly string[]>(KEY)) ?? [];

/**
 * Notes before anything is put back that this journal may lack its last operations: a till that stops in the middle
 * must not go on in it either (rule J1). A journal never becomes complete again.
 */
export const markIncomplete = async (ledger: Ledger, journalId: string): Promise<void> => {
  const before = await incompleteJournals(ledger);
  if (!before.includes(journalId)) await ledger.writeLocal(KEY, [...before, journalId]);
};

/** Whether this journal must not be written any more. */
export const isIncomplete = async (ledger: Ledger, journalId: string): Promise<boolean> =>
  (await incompleteJournals(ledger)).includes(journalId);
