import { readIdentity } from './identity.ts';
import type { Ledger } from './ledger.ts';
import { readSyncState } from './sync-state.ts';

/** Operations that are durable here and not yet known to be held by the server. */
export const queuedOf = async (ledger: Ledger): Promise<number> => {
  const identity = await readIdentity(ledger);
  if (!identity) return 0;
  const { acknowledged } = await readSyncState(ledger);
  const journalIds = [...identity.earlierJournalIds, identity.journalId];
  const heads = await Promise.all(journalIds.map((journalId) => ledger.head(journalId)));
  return heads.reduce(
    (sum, head, index) => sum + (head?.seq ?? 0) - (acknowledged[journalIds[index] ?? ''] ?? 0),
    0,
  );
};
