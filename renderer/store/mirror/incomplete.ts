import type { Ledger } from '../ledger.ts';

const KEY = 'incomplete';

/**
 * Notes before anything is put back that this journal may lack its last operations: a till that stops in the middle
 * must not go on in it either (rule J1).
 */
export const markIncomplete = (ledger: Ledger, journalId: string): Promise<void> =>
  ledger.writeLocal(KEY, journalId);

/** The journal that must not be written any more; null = none. */
export const incompleteJournal = (ledger: Ledger): Promise<string | null> =>
  ledger.readLocal<string>(KEY);
