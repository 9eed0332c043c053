import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { SyncLine, SyncStatus } from '../store/sync-status.ts';
import { backoff } from './backoff.ts';
import { nextBatchSize } from './batch.ts';
import { checkPulled, pullAll, type PullParts } from './pull.ts';
import { type PushParts, pushOnce } from './push.ts';
import type { TransportProblem } from './transport.ts';

export type SyncLoopParts = PushParts &
  PullParts & {
    readonly random: () => number;
    /** A bug must be seen, and must not stop the loop. */
    readonly reportBug: (error: unknown) => void;
    /** Resolves after the milliseconds, or at once when the signal aborts. */
    readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  };

export type SyncLoop = SyncLine & { readonly stop: () => Promise<void> };

/** A tick can be lost, so the till also looks by itself now and then (design §5). */
const POLL = 15_000;

const causeOf = (problem: TransportProblem): SyncStatus['cause'] =>
  problem.type === 'refused' ? problem.code : problem.type;

/** Pushes, pulls, waits; on failure waits longer each time. The only loop of the till that uses the network. */
export const startSyncLoop = (parts: SyncLoopParts): SyncLoop => {
  const { now, random, sleep, reportBug } = parts;
  const listeners = new Set<(status: SyncStatus) => void>();
  let status: SyncStatus = { phase: 'starting', cause: null, since: now(), nextAttemptAt: null };
  let stopped = false;
  let woken = false;
  let waiting = new AbortController();
  let failures = 0;
  let isChecked = false;
  let batchSize: number = PUSH_LIMIT.characters;

  const show = (
    phase: SyncStatus['phase'],
    cause: SyncStatus['cause'],
    nextAttemptAt: string | null,
  ) => {
    const since = phase === status.phase ? status.since : now();
    status = { phase, cause, since, nextAttemptAt };
    for (const listener of listeners) listener(status);
  };

  const wait = async (milliseconds: number): Promise<void> => {
    if (!woken && !stopped) await sleep(milliseconds, waiting.signal);
    woken = false;
    waiting = new AbortController();
  };

  /** Pushes everything, then pulls everything; the problem that ended it, or null. */
  const exchange = async (): Promise<TransportProblem | null> => {
    for (let more = true; more && !stopped;) {
      const pushed = await pushOnce(parts, batchSize);
      batchSize = nextBatchSize(batchSize, pushed.ok || pushed.problem.type !== 'server_silent');
      if (!pushed.ok) return pushed.problem;
      more = pushed.value.more;
    }
    if (stopped) return null;
    if (!isChecked) await checkPulled(parts);
    isChecked = true;
    const pulled = await pullAll(parts, () => stopped);
    return pulled.ok ? null : pulled.problem;
  };

  const round = async (): Promise<void> => {
    if (status.phase === 'synced') show('syncing', null, null);
    const problem = await exchange().catch((error: unknown): TransportProblem => {
      reportBug(error);
      return { type: 'refused', code: 'internal' };
    });
    if (problem === null) {
      failures = 0;
      show('synced', null, null);
      return wait(POLL);
    }
    failures += 1;
    const delay = backoff(failures, random());
    show('offline', causeOf(problem), new Date(Date.parse(now()) + delay).toISOString());
    return wait(delay);
  };

  const run = async (): Promise<void> => {
    while (!stopped) await round();
  };
  const running = run();

  return {
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: () => {
      woken = true;
      waiting.abort();
    },
    stop: async () => {
      stopped = true;
      waiting.abort();
      await running;
    },
  };
};
