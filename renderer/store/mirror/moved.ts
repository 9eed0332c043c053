import { readIdentity } from '../identity.ts';
import type { Ledger } from '../ledger.ts';
import { markIncomplete } from './incomplete.ts';

const KEY = 'moved';

/** Stops the till on this computer: from the next start on nothing is written here until somebody says otherwise. */
export const markMoved = (ledger: Ledger): Promise<void> => ledger.writeLocal(KEY, true);

export const isMoved = async (ledger: Ledger): Promise<boolean> =>
  (await ledger.readLocal<boolean>(KEY)) === true;

/**
 * The till works on here after all. Another computer may have taken its journal over meanwhile, so this one goes on in its
 * next (rule J1).
 */
export const stayHere = async (ledger: Ledger): Promise<void> => {
  const identity = await readIdentity(ledger);
  if (identity) await markIncomplete(ledger, identity.journalId);
  await ledger.writeLocal(KEY, false);
};
