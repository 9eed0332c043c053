import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { PullReply, StreamPage } from '#shared/protocol/pull.ts';
import type { Ledger } from '../store/ledger.ts';
import type { PageSink, StreamPosition } from '../store/state-store.ts';
import { queuedOf } from '../store/queue.ts';
import { pullAnew, readSyncState, writeSyncState } from '../store/sync-state.ts';
import type { Transport, TransportProblem } from './transport.ts';

export type PullParts = {
  readonly ledger: Ledger;
  readonly transport: Transport;
  readonly state: PageSink;
  readonly catalog: PageSink;
};

type Positions = Readonly<Record<string, StreamPosition>>;

/** What the server answered to a till that holds its streams up to these positions. */
type Exchange = {
  readonly held: Positions;
  readonly reply: Result<PullReply, TransportProblem>;
};

const START: StreamPosition = { checkpoint: 0, appliedThrough: {} };

const positionsOf = async ({ state, catalog }: PullParts): Promise<Positions> => ({
  ...(await state.positions()),
  ...(await catalog.positions()),
});

/** At start: a position whose documents a damaged disk has lost would let the till ask for ever only for what follows them. */
export const checkPulled = async ({ ledger, state, catalog }: PullParts): Promise<void> => {
  if (!(await state.isWhole()) || !(await catalog.isWhole())) await pullAnew(ledger);
};

/** Asks for the next page of every stream that has one. */
const ask = async ({ ledger, transport }: PullParts, held: Positions): Promise<Exchange> => {
  const checkpoints = Object.fromEntries(
    Object.entries(held).map(([stream, { checkpoint }]) => [stream, checkpoint]),
  );
  const { stateEpoch: epoch } = await readSyncState(ledger);
  const reply = await transport.pull({ epoch, checkpoints, queued: await queuedOf(ledger) });
  return { held, reply };
};

/** The till forgets what came down and learns it anew (rule P6). */
const startAnew = async (parts: PullParts, stateEpoch: string): Promise<Exchange> => {
  const { ledger, state, catalog } = parts;
  await state.reset();
  await catalog.reset();
  await writeSyncState(ledger, { ...(await readSyncState(ledger)), stateEpoch });
  return ask(parts, {});
};

/** Where the streams stand once these pages are written. */
const positionsAfter = (held: Positions, { pages, appliedThrough }: PullReply): Positions => {
  const after = pages.map(({ stream, checkpoint, complete }) => {
    const before = held[stream] ?? START;
    // Only a stream read to its end contains all that was applied before it was read (rule S2).
    return [stream, { ...(complete ? { appliedThrough } : before), checkpoint }] as const;
  });
  return { ...held, ...Object.fromEntries(after) };
};

const isSame = (left: StreamPosition, right: StreamPosition): boolean =>
  left.checkpoint === right.checkpoint &&
  canonicalJson(left.appliedThrough) === canonicalJson(right.appliedThrough);

/** Writes what is news: most pages of most exchanges say only that nothing changed. */
const write = async (
  { state, catalog }: PullParts,
  pages: readonly StreamPage[],
  held: Positions,
  positions: Positions,
): Promise<void> => {
  for (const page of pages) {
    const before = held[page.stream] ?? START;
    const after = positions[page.stream] ?? START;
    if (page.changes.length === 0 && isSame(before, after)) continue;
    await (page.stream === 'products' ? catalog : state).applyPage(page, after);
  }
};

/** Writes the pages that came while the next ones are on their way; null = nothing is left. */
const advance = async (
  parts: PullParts,
  held: Positions,
  reply: PullReply,
  isStopped: () => boolean,
): Promise<Exchange | null> => {
  const { stateEpoch } = await readSyncState(parts.ledger);
  if (stateEpoch !== reply.epoch) return startAnew(parts, reply.epoch);
  const positions = positionsAfter(held, reply);
  const isMore = reply.pages.some(({ complete }) => !complete) && !isStopped();
  const [next] = await Promise.all([
    isMore ? ask(parts, positions) : null,
    write(parts, reply.pages, held, positions),
  ]);
  return next;
};

/**
 * Pulls until nothing is left, or stops after the pages at hand. Asking for pages while others are written is what
 * makes a first sync little longer than its writing. Pages pulled twice change nothing.
 */
export const pullAll = async (
  parts: PullParts,
  isStopped = (): boolean => false,
): Promise<Result<null, TransportProblem>> => {
  let exchange: Exchange | null = await ask(parts, await positionsOf(parts));
  while (exchange !== null) {
    const { held, reply }: Exchange = exchange;
    if (!reply.ok) return reply;
    exchange = await advance(parts, held, reply.value, isStopped);
  }
  return ok(null);
};
