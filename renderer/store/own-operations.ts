import type { Seen } from '#shared/domain/order/schema.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { readIdentity } from './identity.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { operationsPast, readQuarantined } from './operations-past.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import type { StateStore, StreamPosition } from './state-store.ts';

type Positions = Readonly<Record<string, StreamPosition>>;

/**
 * What the till knows of its own operations at a moment. Take it before the documents it is laid over: older than they
 * are, it has an operation that they contain already, which their `seen` skips; newer, it would have forgotten one
 * that they lack.
 */
export type Knowledge = {
  readonly overlay: Overlay;
  /** Per own journal the sequence up to which a stream's documents contain it, and its statuses are known. */
  readonly containedIn: (stream: string) => Seen;
};

export type OwnOperations = {
  readonly storeId: string;
  readonly tillId: string;
  readonly isOwn: (journalId: string) => boolean;
  readonly known: () => Knowledge;
  /** A page of this stream is in the state now, up to the position. */
  readonly takePage: (stream: string, position: StreamPosition) => Promise<void>;
  /** All that came down is about to go: what was done here shows by itself again. */
  readonly startOver: () => Promise<void>;
};

/** Puts what a journal has after `floor` into the overlay, and what is quarantined wherever it stands. */
const load = async (
  ledger: Ledger,
  journalId: string,
  floor: number,
  quarantined: ReadonlyMap<string, string>,
  overlay: Overlay,
): Promise<void> => {
  for await (const operation of operationsPast(ledger, journalId, floor, quarantined))
    overlay.add(operation);
};

/** Follows the journal and the pulled pages; local operations stay until every stream contains them. */
export const createOwnOperations = async (
  ledger: Ledger,
  state: StateStore,
  journal: Journal,
): Promise<OwnOperations> => {
  const identity = await readIdentity(ledger);
  const { storeId, tillId } = identity ?? { storeId: '', tillId: '' };
  const journalIds = new Set(identity ? [...identity.earlierJournalIds, identity.journalId] : []);
  const statuses = streamName('statuses', tillId);
  const shown = [
    streamName('orders', storeId),
    streamName('stock', storeId),
    streamName('references', storeId),
    statuses,
  ];
  let positions: Positions = await state.positions();
  let quarantined = await readQuarantined(state);
  let overlay = createOverlay(storeId, new Set(quarantined.keys()));
  /** What is being read from the ledger to take the place of `overlay`. */
  let coming: Overlay | null = null;

  const lowest = (at: Positions, streams: readonly string[]): Seen =>
    Object.fromEntries(
      [...journalIds].map((journalId) => [
        journalId,
        Math.min(...streams.map((stream) => at[stream]?.appliedThrough[journalId] ?? 0)),
      ]),
    );

  const rebuild = async (at: Positions): Promise<void> => {
    const kept = await readQuarantined(state);
    const next = createOverlay(storeId, new Set(kept.keys()));
    coming = next;
    for (const journalId of journalIds)
      await load(ledger, journalId, lowest(at, shown)[journalId] ?? 0, kept, next);
    positions = at;
    quarantined = kept;
    overlay = next;
    coming = null;
  };

  journal.onAppend((operation) => {
    journalIds.add(operation.journalId);
    overlay.add(operation);
    coming?.add(operation);
  });
  await rebuild(positions);

  return {
    storeId,
    tillId,
    isOwn: (journalId) => journalIds.has(journalId),
    known: () => {
      const at = positions;
      return { overlay, containedIn: (stream) => lowest(at, [stream, statuses]) };
    },
    takePage: async (stream, position) => {
      const at = { ...positions, [stream]: position };
      if (stream === statuses) {
        const kept = await readQuarantined(state);
        // What seemed to be contained may be kept aside: another operation of its number is what the server has.
        if ([...kept.keys()].some((hash) => !quarantined.has(hash))) return rebuild(at);
        quarantined = kept;
      }
      positions = at;
      overlay = overlay.forget(lowest(positions, shown), new Set(quarantined.keys()));
    },
    startOver: () => rebuild({}),
  };
};
