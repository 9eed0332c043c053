import type { Sign } from '#shared/kernel/crypto.ts';
import type { PageSink } from '../store/state-store.ts';
import { readIdentity } from '../store/identity.ts';
import type { Journal } from '../store/journal.ts';
import type { Ledger } from '../store/ledger.ts';
import { createHttpTransport } from './http-transport.ts';
import { startSyncLoop, type SyncLoop } from './sync-loop.ts';
import { followTicks } from './tick-stream.ts';

export type ConnectParts = {
  readonly serverUrl: string;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly state: PageSink;
  readonly catalog: PageSink;
  readonly sign: Sign;
  readonly now: () => string;
};

/** Ticks come to all tills of a store at once; each waits a little of its own before it pulls. */
const TICK_JITTER = 300;
const STREAM_PAUSE = 2000;

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The till's line to its server, for as long as the page lives: the loop, and the ticks that wake it. */
export const connect = ({ serverUrl, ...parts }: ConnectParts): SyncLoop => {
  const { ledger, journal } = parts;
  const token = async () => (await readIdentity(ledger))?.token ?? null;
  const transport = createHttpTransport({
    serverUrl,
    token,
    fetch: (input, init) => fetch(input, init),
    isOnline: () => navigator.onLine,
  });
  const loop = startSyncLoop({
    ...parts,
    transport,
    random: Math.random,
    reportBug: reportError,
    sleep,
  });
  journal.onAppend(loop.wake);
  addEventListener('online', loop.wake);
  followTicks({
    serverUrl,
    token,
    sleep,
    pause: () => STREAM_PAUSE * (1 + Math.random()),
    onTick: () => setTimeout(loop.wake, Math.random() * TICK_JITTER),
  });
  return loop;
};
