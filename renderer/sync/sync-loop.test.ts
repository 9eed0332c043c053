import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { PullReply } from '#shared/protocol/pull.ts';
import type { PushReply } from '#shared/protocol/push.ts';
import type { SyncStatus } from '../store/sync-status.ts';
import { ACTOR, AT, createTill, received, type TestTill } from '../store/till.fixture.ts';
import { startSyncLoop, type SyncLoop } from './sync-loop.ts';
import type { Transport, TransportProblem } from './transport.ts';

type Reply<Value> = Promise<Result<Value, TransportProblem>>;

const PULLED: PullReply = { epoch: 'first', time: AT, appliedThrough: {}, pages: [] };

/** A wait of the loop: how long it wants to, and what ends it. */
type Wait = { readonly milliseconds: number; readonly end: () => void };

let till: TestTill;
let loop: SyncLoop;
let log: string[];
let waits: Wait[];
let bugs: unknown[];
let shown: SyncStatus[];
let problem: TransportProblem | null;
let held: number;

const transport: Transport = {
  push: async (request): Reply<PushReply> => {
    log.push(`push ${request.operations.length}`);
    if (problem) return fail(problem);
    const last = request.operations.at(-1) ?? '';
    held = Math.max(held, request.firstSeq - 1 + request.operations.length);
    const hash = /"hash":"([0-9a-f]{64})"/.exec(last)?.[1];
    const [own] = await till.store.ledger.read(request.journalId, held - 1, 1);
    const head = { seq: held, hash: hash ?? own?.hash ?? GENESIS_HASH };
    return ok({ epoch: 'first', time: AT, head, forked: false });
  },
  pull: async () => {
    log.push('pull');
    return problem ? fail(problem) : ok(PULLED);
  },
  newJournal: async () => fail({ type: 'server_silent' }),
};

const start = (overrides: Partial<Transport> = {}): void => {
  const { ledger, journal, view, catalog, now } = till.store;
  loop = startSyncLoop({
    ledger,
    journal,
    catalog,
    now,
    state: view.sink,
    transport: { ...transport, ...overrides },
    sign: async () => 'signature',
    random: () => 0,
    reportBug: (bug) => bugs.push(bug),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        waits.push({ milliseconds, end: resolve });
        signal.addEventListener('abort', () => resolve());
      }),
  });
  loop.onStatus((status) => shown.push(status));
};

/** Resolves when the loop waits for the nth time. */
const waiting = (count: number): Promise<void> =>
  expect.poll(() => waits.length, { interval: 1, timeout: 20_000 }).toBe(count);

const receive = () => till.store.journal.write(ACTOR, async () => ok(received('TEA', 1)));

beforeEach(async () => {
  till = await createTill();
  log = [];
  waits = [];
  bugs = [];
  shown = [];
  problem = null;
  held = 0;
});

afterEach(() => loop.stop());

describe('the loop', () => {
  test('pushes, then pulls, then waits: it never spins', async () => {
    await receive();
    start();
    expect(loop.status()).toMatchObject({ phase: 'starting', cause: null });
    await waiting(1);
    // The first reply names an epoch: what is older is forgotten, and all is pulled.
    expect(log).toEqual(['push 1', 'pull', 'pull']);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([15_000]);
    expect(loop.status()).toEqual({ phase: 'synced', cause: null, since: AT, nextAttemptAt: null });
  });

  test('looks by itself now and then, for a tick can be lost', async () => {
    start();
    await waiting(1);
    log = [];
    waits[0]?.end();
    await waiting(2);
    expect(log).toEqual(['push 0', 'pull']);
    expect(shown.map(({ phase }) => phase)).toEqual(['synced', 'syncing', 'synced']);
  });

  test('woken, it does not wait for the timer', async () => {
    start();
    await waiting(1);
    log = [];
    await receive();
    loop.wake();
    await waiting(2);
    expect(log).toEqual(['push 1', 'pull']);
  });

  test('woken while at work, it looks once more, once for all that woke it', async () => {
    let isFirst = true;
    start({
      pull: (request) => {
        if (isFirst) for (let times = 0; times < 3; times += 1) loop.wake();
        isFirst = false;
        return transport.pull(request);
      },
    });
    await waiting(1);
    expect(log.filter((entry) => entry.startsWith('push'))).toHaveLength(2);
  });

  test('stopped, it ends at once and talks no more', async () => {
    start();
    await waiting(1);
    await loop.stop();
    log = [];
    loop.wake();
    expect(log).toEqual([]);
  });
});

describe('without an answer', () => {
  test('it waits longer each time, and says why and until when', async () => {
    problem = { type: 'no_network' };
    start();
    for (let round = 1; round <= 9; round += 1) {
      await waiting(round);
      waits[round - 1]?.end();
    }
    await waiting(10);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000,
    ]);
    expect(loop.status()).toEqual({
      phase: 'offline',
      cause: 'no_network',
      since: AT,
      nextAttemptAt: '2026-01-02T11:00:15.000Z',
    });
    expect(log).toEqual(Array.from({ length: 10 }, () => 'push 0'));
  });

  test('it keeps since when it is offline, whatever the cause becomes', async () => {
    problem = { type: 'no_network' };
    start();
    await waiting(1);
    till.clock.now = '2026-01-02T11:05:00.000Z';
    problem = { type: 'refused', code: 'till_revoked' };
    loop.wake();
    await waiting(2);
    expect(loop.status()).toMatchObject({ phase: 'offline', cause: 'till_revoked', since: AT });
  });

  test('once there is an answer it starts small again', async () => {
    problem = { type: 'server_silent' };
    start();
    for (let round = 1; round <= 4; round += 1) {
      await waiting(round);
      if (round === 4) problem = null;
      loop.wake();
    }
    await waiting(5);
    expect(loop.status().phase).toBe('synced');
    problem = { type: 'server_silent' };
    loop.wake();
    await waiting(6);
    expect(waits.at(-1)?.milliseconds).toBe(250);
  });

  test('P4: what is sold meanwhile goes up in one piece when the line is back', async () => {
    problem = { type: 'no_network' };
    start();
    await waiting(1);
    for (let count = 0; count < 20; count += 1) await receive();
    problem = null;
    log = [];
    loop.wake();
    await waiting(2);
    expect(log[0]).toBe('push 20');
    expect(held).toBe(20);
  });

  test('P1: over a line too slow for what is queued it sends less at a time, until all is there', async () => {
    for (let count = 0; count < 60; count += 1) await receive();
    const sizeOf = (operations: readonly string[]): number => operations.join('').length;
    start({
      push: (request) => {
        // What takes longer than the till waits is not answered.
        if (sizeOf(request.operations) < 10_000) return transport.push(request);
        return Promise.resolve(fail({ type: 'server_silent' as const }));
      },
    });
    for (let round = 1; held < 60; round += 1) {
      await waiting(round);
      waits[round - 1]?.end();
    }
    expect(waits.length).toBeLessThan(20);
  });

  test('a server that takes nothing is asked again later, not at once', async () => {
    await receive();
    const head = { seq: 0, hash: GENESIS_HASH };
    start({
      push: async () => {
        log.push('push');
        return ok({ epoch: 'first', time: AT, head, forked: false });
      },
    });
    await waiting(1);
    expect(log).toEqual(['push']);
    expect(loop.status()).toMatchObject({ phase: 'offline', cause: 'internal' });
  });

  test('a bug is reported, and the loop goes on', async () => {
    let isBroken = true;
    const bug = new Error('a bug');
    start({ pull: (request) => (isBroken ? Promise.reject(bug) : transport.pull(request)) });
    await waiting(1);
    expect(bugs).toEqual([bug]);
    expect(loop.status()).toMatchObject({ phase: 'offline', cause: 'internal' });
    isBroken = false;
    loop.wake();
    await waiting(2);
    expect(loop.status().phase).toBe('synced');
  });
});
