import type { Ledger } from '../ledger.ts';

const KEY = 'incomplete';
const TOLD = 'lacking-told';

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

/** Of the journals that lack operations for good, those that nobody at this till has been told of. */
export const untold = async (ledger: Ledger, lacking: readonly string[]): Promise<string[]> => {
  const told = (await ledger.readLocal<readonly string[]>(TOLD)) ?? [];
  return lacking.filter((journalId) => !told.includes(journalId));
};

/** A person has read that these journals lack operations. */
export const noteTold = async (ledger: Ledger, journalIds: readonly string[]): Promise<void> => {
  const before = (await ledger.readLocal<readonly string[]>(TOLD)) ?? [];
  await ledger.writeLocal(TOLD, [...new Set([...before, ...journalIds])]);
};
