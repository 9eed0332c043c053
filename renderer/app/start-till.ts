import { signWith } from '../host/web-crypto.ts';
import { readIdentity, type TillIdentity } from '../store/identity.ts';
import type { TillStore } from '../store/till-store.ts';
import { createView } from '../store/view.ts';
import { createHttpTransport } from '../sync/http-transport.ts';
import { startSyncLoop, type SyncLoop } from '../sync/sync-loop.ts';
import { followTicks } from '../sync/tick-stream.ts';
import type { Stores } from './open-stores.ts';

/** A till at work: what it keeps, and its line to the server. */
export type Till = {
  readonly identity: TillIdentity;
  readonly store: TillStore;
  readonly sync: SyncLoop;
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

/** Starts an enrolled till: first what is here, the network beside it. */
export const startTill = async (stores: Stores, serverUrl: string): Promise<Till | null> => {
  const { ledger, journal, state, catalog, keys, now } = stores;
  const identity = await readIdentity(ledger);
  if (!identity) return null;
  const view = await createView(ledger, state, journal);
  const token = async () => (await readIdentity(ledger))?.token ?? null;
  const sync = startSyncLoop({
    ledger,
    journal,
    catalog,
    state: view.sink,
    transport: createHttpTransport({
      serverUrl,
      token,
      fetch: (input, init) => fetch(input, init),
      isOnline: () => navigator.onLine,
    }),
    sign: signWith(keys.privateKey),
    now,
    random: Math.random,
    reportBug: (error) => console.error(error),
    sleep,
  });
  journal.onAppend(sync.wake);
  addEventListener('online', sync.wake);
  followTicks({
    serverUrl,
    token,
    sleep,
    pause: () => STREAM_PAUSE * (1 + Math.random()),
    onTick: () => setTimeout(sync.wake, Math.random() * TICK_JITTER),
  });
  return { identity, sync, store: { ledger, journal, state, catalog, view, now } };
};
