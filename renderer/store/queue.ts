import type { Envelope } from '#shared/operations/envelope.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { readIdentity } from './identity.ts';
import type { Ledger } from './ledger.ts';
import { readSyncState } from './sync-state.ts';

type JournalQueue = { readonly journalId: string; readonly held: number; readonly last: number };

/** The till's journals with what the server is known to hold of each, oldest first. */
const journalQueues = async (ledger: Ledger): Promise<JournalQueue[]> => {
  const identity = await readIdentity(ledger);
  if (!identity) return [];
  const { acknowledged } = await readSyncState(ledger);
  return Promise.all(
    [...identity.earlierJournalIds, identity.journalId].map(async (journalId) => ({
      journalId,
      held: acknowledged[journalId] ?? 0,
      last: (await ledger.head(journalId))?.seq ?? 0,
    })),
  );
};

/** Operations that are durable here and not yet known to be held by the server. */
export const queuedOf = async (ledger: Ledger): Promise<number> =>
  (await journalQueues(ledger)).reduce((sum, { held, last }) => sum + last - held, 0);

/** The newest of them, newest first, at most `limit` of each journal. */
export const newestQueued = async (ledger: Ledger, limit: number): Promise<Envelope[]> => {
  const queues = await journalQueues(ledger);
  const pages = await Promise.all(
    queues.map(({ journalId, held, last }) =>
      ledger.read(journalId, Math.max(held, last - limit), limit),
    ),
  );
  return pages
    .flat()
    .flatMap(({ text }) => {
      const envelope = parseEnvelope(text);
      return envelope.ok ? [envelope.value] : [];
    })
    .toReversed();
};
