import { ok, type Result } from '#shared/kernel/result.ts';
import type { PullReply, StreamPage } from '#shared/protocol/pull.ts';
import type { Ledger } from '../store/ledger.ts';
import type { PageSink, StreamPosition } from '../store/state-store.ts';
import { queuedOf } from '../store/queue.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import type { Transport, TransportProblem } from './transport.ts';

export type PullParts = {
  readonly ledger: Ledger;
  readonly transport: Transport;
  readonly state: PageSink;
  readonly catalog: PageSink;
};

/** Whether pages are left to pull. */
export type PullOutcome = { readonly more: boolean };

const START: StreamPosition = { checkpoint: 0, appliedThrough: {} };

const positionsOf = async ({
  state,
  catalog,
}: PullParts): Promise<Record<string, StreamPosition>> => ({
  ...(await state.positions()),
  ...(await catalog.positions()),
});

/** The till forgets what came down and learns it anew (rule P6). */
const resetState = async ({ state, catalog }: PullParts): Promise<void> => {
  await state.reset();
  await catalog.reset();
};

const applyPage = async (
  { state, catalog }: PullParts,
  page: StreamPage,
  before: StreamPosition,
  reply: PullReply,
): Promise<void> => {
  const { checkpoint, stream } = page;
  // Only a stream read to its end contains all that was applied before it was read (rule S2).
  const appliedThrough = page.complete ? reply.appliedThrough : before.appliedThrough;
  const sink = stream === 'products' ? catalog : state;
  await sink.applyPage(page, { checkpoint, appliedThrough });
};

/** One exchange: the next page of every stream that has one. Pages pulled twice change nothing. */
export const pullOnce = async (
  parts: PullParts,
): Promise<Result<PullOutcome, TransportProblem>> => {
  const { ledger, transport } = parts;
  const positions = await positionsOf(parts);
  const checkpoints = Object.fromEntries(
    Object.entries(positions).map(([stream, { checkpoint }]) => [stream, checkpoint]),
  );
  const { stateEpoch: epoch } = await readSyncState(ledger);
  const reply = await transport.pull({ epoch, checkpoints, queued: await queuedOf(ledger) });
  if (!reply.ok) return reply;
  const sync = await readSyncState(ledger);
  if (sync.stateEpoch !== reply.value.epoch) {
    await resetState(parts);
    await writeSyncState(ledger, { ...sync, stateEpoch: reply.value.epoch });
    return ok({ more: true });
  }
  for (const page of reply.value.pages)
    await applyPage(parts, page, positions[page.stream] ?? START, reply.value);
  return ok({ more: reply.value.pages.some(({ complete }) => !complete) });
};
