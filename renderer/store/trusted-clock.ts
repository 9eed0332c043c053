import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { readIdentity } from './identity.ts';
import type { Journal } from './journal.ts';
import type { JournalPlace, Ledger } from './ledger.ts';
import { readSyncState, type SyncState } from './sync-state.ts';
import { seenAt, type TimeSeen } from './time-seen.ts';
import { pagesAfter } from './pages-after.ts';

/** What a till knows of time, all of it by the server's clock (rule J7); ISO 8601 UTC. */
export type TrustedTime = {
  /** The latest that was seen since the last contact, whoever sets the till's clock back. */
  readonly at: string;
  /** When the server was last heard; null = never. */
  readonly lastContactAt: string | null;
};

/** The time that prices, last days and authority go by: never back, but by what the server says (rule J7). */
export type TrustedClock = {
  /** At once, as far as is known here, for screens; ISO 8601 UTC. */
  readonly now: () => string;
  /** After the last contact was looked up. */
  readonly read: () => Promise<TrustedTime>;
  /** What it said when an operation was written, if that was after the last contact; null = the operation's own time is all there is. */
  readonly writtenAt: (place: JournalPlace) => string | null;
};

type Parts = {
  readonly ledger: Ledger;
  readonly journal: Pick<Journal, 'onAppend'>;
  /** The till's own clock: ISO 8601 UTC. */
  readonly now: () => string;
};

/** When an operation says it was written; ms by the server's clock. */
type Told = JournalPlace & { readonly at: number };

/** The same since the last contact, and the latest that had been seen of time by then. */
type Written = Told & { readonly seen: number };

/** What was seen of time after an operation while nothing was written down; of no worth after another contact. */
type Mark = {
  readonly contactAt: string | null;
  readonly seen: TimeSeen;
  readonly after: JournalPlace | null;
};

const KEY = 'time-seen';
const PAGE = 500;

/** Of time in which nothing is written no more than this is lost with the page; it is kept no more often. ms */
const UNKEPT = 10 * 60_000;

const NOTHING_SEEN: TimeSeen = { latest: Number.NEGATIVE_INFINITY, behind: 0 };

const iso = (time: number): string => new Date(time).toISOString();

const byServer = (at: string, { clockOffset }: Pick<Envelope, 'clockOffset'>): number =>
  Date.parse(at) + (clockOffset ?? 0);

const atContact = (sync: SyncState): TimeSeen =>
  sync.lastContactAt === null
    ? NOTHING_SEEN
    : { latest: byServer(sync.lastContactAt, sync), behind: 0 };

const isSameContact = (left: SyncState, right: SyncState): boolean =>
  left.lastContactAt === right.lastContactAt && left.clockOffset === right.clockOffset;

const toldBy = ({ journalId, seq, at, clockOffset }: Envelope): Told => ({
  journalId,
  seq,
  at: byServer(at, { clockOffset }),
});

/** What was written after an operation, in the order of writing. */
const toldAfter = (told: readonly Told[], place: JournalPlace | null): readonly Told[] =>
  told.slice(
    told.findLastIndex(({ journalId, seq }) => journalId === place?.journalId && seq <= place.seq) +
      1,
  );

type Followed = { readonly seen: TimeSeen; readonly written: readonly Written[] };

/** What is seen of time by operations, one after the other. */
const follow = (from: TimeSeen, told: readonly Told[]): Followed => {
  let seen = from;
  const written = told.map((one) => {
    seen = seenAt(seen, one.at);
    return { ...one, seen: seen.latest };
  });
  return { seen, written };
};

/** The same, with what was kept beside them. */
const followWith = (mark: Mark | null, from: TimeSeen, told: readonly Told[]): Followed => {
  if (mark === null) return follow(from, told);
  const count = told.length - toldAfter(told, mark.after).length;
  const before = follow(from, told.slice(0, count));
  const since = follow(mark.seen, told.slice(count));
  return { seen: since.seen, written: [...before.written, ...since.written] };
};

/** What the till wrote after an operation; null = all it ever wrote. */
const readTold = async (ledger: Ledger, place: JournalPlace | null): Promise<Told[]> => {
  const identity = await readIdentity(ledger);
  if (!identity) return [];
  const journalIds = [...identity.earlierJournalIds, identity.journalId];
  const first = place === null ? 0 : Math.max(0, journalIds.indexOf(place.journalId));
  const told: Told[] = [];
  for (const journalId of journalIds.slice(first)) {
    const after = journalId === place?.journalId ? place.seq : 0;
    for await (const page of pagesAfter(ledger, journalId, after, PAGE)) {
      const envelopes = page.map(({ text }) => parseEnvelope(text));
      told.push(...envelopes.flatMap((read) => (read.ok ? [toldBy(read.value)] : [])));
    }
  }
  return told;
};

/**
 * Since the last contact time is what the till's own operations tell, in their order: the journal has them for ever, so
 * that neither a restart nor a power cut takes time back. What was only looked at is kept beside them now and then. A
 * contact sets it right, wherever the clock had been.
 */
export const createTrustedClock = async ({
  ledger,
  journal,
  now,
}: Parts): Promise<TrustedClock> => {
  let sync = await readSyncState(ledger);
  const found = await ledger.readLocal<Mark>(KEY);
  const mark = found?.contactAt === sync.lastContactAt ? found : null;
  const first = await readTold(ledger, sync.writtenByThen);
  const followed = followWith(mark, atContact(sync), first);
  let written = [...followed.written];
  /** What a restart would come to. */
  let { seen: kept } = followed;
  let seen = kept;

  const look = (): number => {
    seen = seenAt(seen, byServer(now(), sync));
    return seen.latest;
  };
  const keep = async (): Promise<void> => {
    if (seen.latest - kept.latest <= UNKEPT) return;
    const before = kept;
    kept = seen;
    const last = written.at(-1);
    const after = last ? { journalId: last.journalId, seq: last.seq } : sync.writtenByThen;
    try {
      await ledger.writeLocal(KEY, { contactAt: sync.lastContactAt, seen, after } satisfies Mark);
    } catch {
      // A disk that refuses keeps nobody from reading the time: with the next reading it is tried again.
      kept = before;
    }
  };
  const hear = (contact: SyncState): void => {
    const since = follow(atContact(contact), toldAfter(written, contact.writtenByThen));
    sync = contact;
    kept = since.seen;
    seen = kept;
    written = [...since.written];
  };

  journal.onAppend((operation) => {
    const one = toldBy(operation);
    kept = seenAt(kept, one.at);
    // Its clock was read a while ago, which is no setting back: the latest of them holds.
    const told = seenAt(seen, one.at);
    if (told.latest > seen.latest) seen = told;
    if (kept.latest > seen.latest) seen = kept;
    written.push({ ...one, seen: seen.latest });
  });

  return {
    now: () => iso(look()),
    read: async () => {
      const contact = await readSyncState(ledger);
      if (!isSameContact(contact, sync)) hear(contact);
      const at = iso(look());
      await keep();
      const { lastContactAt } = sync;
      return { at, lastContactAt: lastContactAt && iso(byServer(lastContactAt, sync)) };
    },
    writtenAt: ({ journalId, seq }) => {
      const one = written.findLast((other) => other.journalId === journalId && other.seq === seq);
      return one ? iso(one.seen) : null;
    },
  };
};
