import type { Sign } from '#shared/kernel/crypto.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { JournalHead } from '#shared/operations/seal.ts';
import { PUSH_LIMIT, type PushReply, signedText } from '#shared/protocol/push.ts';
import { readIdentity, type TillIdentity } from '../store/identity.ts';
import { headOf, type Journal } from '../store/journal.ts';
import type { JournalPlace, Ledger, SealedText } from '../store/ledger.ts';
import { readSyncState, type SyncState, writeSyncState } from '../store/sync-state.ts';
import { takeBatch } from './batch.ts';
import { previousHashOf, runAfter, withLost } from './lost-operations.ts';
import type { Transport, TransportProblem } from './transport.ts';

export type PushParts = {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly transport: Transport;
  readonly sign: Sign;
  /** The till's own clock: ISO 8601 UTC. */
  readonly now: () => string;
};

/** What one exchange with the server came to: whether operations are left to push. */
export type PushOutcome = { readonly more: boolean };

type Pending = { readonly journalId: string; readonly acknowledged: number };

/** The journal whose turn it is: the oldest that the server does not hold whole, else the one in use. */
const nextJournal = async (
  ledger: Ledger,
  identity: TillIdentity,
  sync: SyncState,
): Promise<Pending> => {
  for (const journalId of identity.earlierJournalIds) {
    const acknowledged = sync.acknowledged[journalId] ?? 0;
    const head = await ledger.head(journalId);
    if (head && head.seq > acknowledged) return { journalId, acknowledged };
  }
  const { journalId } = identity;
  return { journalId, acknowledged: sync.acknowledged[journalId] ?? 0 };
};

const clockOffset = (serverTime: string, sent: string, received: string): number =>
  Math.round(Date.parse(serverTime) - (Date.parse(sent) + Date.parse(received)) / 2);

/**
 * Whether the server holds what lies here, up to its head. If not, one of the two is an old copy (rules J1, P4). Of one that was
 * lost here the next one says what it linked to.
 */
const isHeldHere = async (
  ledger: Ledger,
  journalId: string,
  head: JournalHead,
): Promise<boolean> => {
  if (head.seq === 0) return true;
  const [own] = await ledger.read(journalId, head.seq - 1, 1);
  if (own === undefined || own.seq === head.seq) return own?.hash === head.hash;
  return own.seq > head.seq + 1 || previousHashOf(own) === head.hash;
};

const startNextJournal = async (
  { ledger, journal, transport }: PushParts,
  identity: TillIdentity,
): Promise<Result<null, TransportProblem>> => {
  const head = await headOf(ledger, identity);
  const { journalId } = identity;
  const reply = await transport.newJournal({
    previous: { journalId, seq: head.seq, hash: head.hash },
  });
  if (!reply.ok) return reply;
  await journal.continueAs(reply.value.journalId, head);
  return ok(null);
};

/** A revoked till gets no journal any more; what it wrote goes up all the same (rule P5). */
const isRevoked = (problem: TransportProblem): boolean =>
  problem.type === 'refused' && problem.code === 'till_revoked';

type Exchanged = Pick<SyncState, 'writtenByThen'> & {
  readonly sent: string;
  readonly received: string;
};

const remember = async (
  ledger: Ledger,
  journalId: string,
  held: number,
  reply: PushReply,
  { sent, received, writtenByThen }: Exchanged,
): Promise<void> => {
  const before = await readSyncState(ledger);
  // A restored server may hold less of every journal: each is asked again from the number it names (rule P6).
  const still = before.epoch === reply.epoch ? before.acknowledged : {};
  await writeSyncState(ledger, {
    ...before,
    epoch: reply.epoch,
    acknowledged: { ...still, [journalId]: held },
    clockOffset: clockOffset(reply.time, sent, received),
    lastContactAt: received,
    writtenByThen,
  });
};

/** Where the last operation of this till stands; null = there is none. */
const lastWritten = async (
  ledger: Ledger,
  { journalId, earlierJournalIds }: TillIdentity,
): Promise<JournalPlace | null> => {
  for (const id of [...earlierJournalIds, journalId].toReversed()) {
    const head = await ledger.head(id);
    if (head) return { journalId: id, seq: head.seq };
  }
  return null;
};

/** The server is not the one that was spoken to before: what it said then of any journal may no longer hold. */
const isRestored = (sync: SyncState, epoch: string): boolean =>
  sync.epoch !== null && sync.epoch !== epoch;

/**
 * One exchange of the outbox: the next batch goes up, in sequence; with nothing to send it asks what the server
 * holds. Everything may be lost or doubled: what is durable here is offered until the server says it has it. `batchSize`: UTF-16 units at most.
 */
export const pushOnce = async (
  parts: PushParts,
  batchSize: number = PUSH_LIMIT.characters,
): Promise<Result<PushOutcome, TransportProblem>> => {
  const { ledger, transport, sign, now } = parts;
  const identity = await readIdentity(ledger);
  if (!identity) return ok({ more: false });
  const sync = await readSyncState(ledger);
  const { journalId, acknowledged } = await nextJournal(ledger, identity, sync);
  const queued = await ledger.read(journalId, acknowledged, PUSH_LIMIT.operations);
  const send = async (operations: readonly SealedText[]) =>
    transport.push({
      journalId,
      acknowledged,
      epoch: sync.epoch,
      firstSeq: acknowledged + 1,
      operations: operations.map(({ text }) => text),
      signature: await sign(signedText(journalId, operations.at(-1)?.hash ?? null)),
    });
  const sent = now();
  let batch = takeBatch(runAfter(acknowledged, queued), batchSize);
  let reply = await send(batch);
  // The very next was lost here: the server has been asked what it holds, and lacks it too.
  if (reply.ok && batch.length < 1 && queued.length > 0 && reply.value.head.seq === acknowledged) {
    batch = takeBatch(withLost(acknowledged, queued), batchSize);
    reply = await send(batch);
  }
  const last = batch.at(-1) ?? null;
  if (!reply.ok) return reply;
  const received = now();
  const writtenByThen = await lastWritten(ledger, identity);
  const { head, epoch, forked } = reply.value;
  const isSame = await isHeldHere(ledger, journalId, head);
  const isCurrent = journalId === identity.journalId;
  if (isCurrent && (forked || !isSame)) {
    // Before anything is noted: should it not come to a next journal now, the same batch will tell again.
    const started = await startNextJournal(parts, identity);
    if (!started.ok && !isRevoked(started.problem)) return started;
  }
  // Of a journal that it holds otherwise the server keeps aside what it was sent, unless it lost that too.
  const keptAside = isRestored(sync, epoch) ? 0 : (last?.seq ?? acknowledged);
  const held = isSame ? head.seq : keptAside;
  await remember(ledger, journalId, held, reply.value, { sent, received, writtenByThen });
  if (last && held === acknowledged) return fail({ type: 'refused', code: 'internal' });
  const isWhole = isCurrent && !forked && held === ((await ledger.head(journalId))?.seq ?? 0);
  return ok({ more: !isWhole || isRestored(sync, epoch) });
};
