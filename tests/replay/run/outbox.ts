import type { Journal } from '#renderer/store/journal.ts';
import { queuedOf } from '#renderer/store/queue.ts';
import { backoff } from '#renderer/sync/backoff.ts';
import { createHttpTransport } from '#renderer/sync/http-transport.ts';
import { pushOnce } from '#renderer/sync/push.ts';
import { readIdentity } from '#renderer/store/identity.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import type { Sign } from '#shared/kernel/crypto.ts';
import { createBell } from './bell.ts';
import type { Line } from './line.ts';

export type OutboxParts = {
  readonly serverUrl: string;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly sign: Sign;
  readonly line: Line;
  /** 0 ≤ r < 1 */
  readonly random: () => number;
};

/** What a till does in the background: it pushes whatever is queued for as long as it is on. */
export type Outbox = {
  /** There may be something to push, or a way to push it. */
  readonly wake: () => void;
  /** Resolves when at most so many operations are queued, rejects when the outbox gave up. */
  readonly drained: (most: number) => Promise<void>;
  /** A request went out whose reply has not come yet. */
  readonly isPushing: () => boolean;
  readonly stop: () => Promise<void>;
};

/** Milliseconds without any success after which a till that is online says so instead of trying on. */
const PATIENCE = 120_000;

export const startOutbox = (parts: OutboxParts): Outbox => {
  const { serverUrl, ledger, journal, sign, line, random } = parts;
  const work = createBell();
  const progress = createBell();
  let stopping = false;
  let pushing = false;
  let failures = 0;
  let succeededAt = Date.now();
  let gaveUp: Error | null = null;

  const transport = createHttpTransport({
    serverUrl,
    token: async () => (await readIdentity(ledger))?.token ?? null,
    fetch: line.fetch,
    isOnline: line.isOnline,
  });
  /** The outbox meets the server in the present; only what happened has the file's time. */
  const now = (): string => new Date().toISOString();

  const push = async (): Promise<void> => {
    pushing = true;
    const outcome = await pushOnce({ ledger, journal, transport, sign, now });
    pushing = false;
    failures = outcome.ok ? 0 : failures + 1;
    if (outcome.ok || !line.isOnline()) succeededAt = Date.now();
    if (!outcome.ok && Date.now() - succeededAt > PATIENCE)
      throw new Error(`the outbox is stuck: ${JSON.stringify(outcome.problem)}`);
    progress.ring();
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      if ((await queuedOf(ledger)) === 0) await work.wait();
      else await push();
      if (failures > 0) await work.wait(backoff(failures, random()));
    }
  };
  const running = run().catch((error: unknown) => {
    gaveUp = error instanceof Error ? error : new Error(String(error));
    progress.ring();
  });

  return {
    wake: work.ring,
    drained: async (most) => {
      while (gaveUp === null && (await queuedOf(ledger)) > most) await progress.wait();
      if (gaveUp !== null) throw gaveUp;
    },
    isPushing: () => pushing,
    stop: async () => {
      stopping = true;
      work.ring();
      await running;
    },
  };
};
