import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryLedger } from './memory-ledger.ts';
import { readSyncState, writeSyncState } from './sync-state.ts';
import { ACTOR, AT, createTill, type TestTill } from './till.fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const after = (time: number, from = AT): string => new Date(Date.parse(from) + time).toISOString();

/** The server is heard, and says by how much the till's clock is wrong. */
const hear = async ({ store, clock }: TestTill, clockOffset = 0): Promise<void> => {
  const head = await store.ledger.head('ONE-01_1');
  await writeSyncState(store.ledger, {
    ...(await readSyncState(store.ledger)),
    clockOffset,
    lastContactAt: clock.now,
    writtenByThen: head && { journalId: 'ONE-01_1', seq: head.seq },
  });
};

/** The same, and the till looks at once at what it said. */
const meet = async (till: TestTill, clockOffset = 0): Promise<void> => {
  await hear(till, clockOffset);
  await till.store.time.read();
};

const write = async ({ store }: TestTill): Promise<{ journalId: string; seq: number }> => {
  const written = await store.journal.write(ACTOR, async () => ({
    ok: true,
    value: { type: 'drawer.opened', payload: { openingId: 'one', reason: 'change', note: '' } },
  }));
  if (!written.ok) throw new Error('nothing was written');
  return written.value;
};

const readAt = async ({ store }: TestTill): Promise<string> => (await store.time.read()).at;

describe('J7 the trusted time', () => {
  test('J7 goes on from the latest that was seen, when the clock is set back', async () => {
    const till = await createTill();
    await meet(till);
    till.clock.now = after(100 * HOUR);
    expect(till.store.time.now()).toBe(after(100 * HOUR));
    till.clock.now = '1970-01-01T00:00:00.000Z';
    expect(till.store.time.now()).toBe(after(100 * HOUR));
    till.clock.now = '1970-01-01T02:00:00.000Z';
    expect(await readAt(till)).toBe(after(102 * HOUR));
  });

  test('J7 is not lost with a restart: operations tell it, also by a clock that had been set back', async () => {
    const till = await createTill();
    await meet(till);
    till.clock.now = after(20 * HOUR);
    await write(till);
    till.clock.now = after(HOUR);
    await write(till);
    till.clock.now = after(4 * HOUR);
    await write(till);
    expect(till.store.time.now()).toBe(after(23 * HOUR));
    till.clock.now = after(2 * HOUR);
    const again = await till.restart();
    expect(again.store.time.now()).toBe(after(23 * HOUR));
    expect(await readAt(again)).toBe(after(23 * HOUR));
  });

  test('J7 what was only looked at outlives a restart, all but ten minutes of it, and is not written at every look', async () => {
    const ledger = createMemoryLedger();
    const kept: string[] = [];
    const till = await createTill({
      ...ledger,
      writeLocal: async (key, value) => {
        kept.push(key);
        await ledger.writeLocal(key, value);
      },
    });
    till.clock.now = after(-HOUR);
    await meet(till);
    kept.length = 0;
    for (let minutes = 60; minutes > 0; minutes -= 1) {
      till.clock.now = after(-minutes * MINUTE);
      await write(till);
      await readAt(till);
    }
    expect(kept).toEqual([]);
    for (let minutes = 1; minutes <= 60; minutes += 1) {
      till.clock.now = after(minutes * MINUTE);
      await readAt(till);
    }
    expect(kept.length).toBeLessThanOrEqual(6);
    till.clock.now = AT;
    const again = await till.restart();
    expect(Date.parse(again.store.time.now())).toBeGreaterThanOrEqual(
      Date.parse(after(50 * MINUTE)),
    );
  });

  test('J7 a disk that refuses keeps nobody from reading it', async () => {
    const till = await createTill();
    await meet(till);
    const full = {
      ...till.store.ledger,
      writeLocal: async () => Promise.reject(new Error('full')),
    };
    const onFull = await createTill(full);
    onFull.clock.now = after(HOUR);
    expect(await readAt(onFull)).toBe(after(HOUR));
  });

  test('J7 a contact sets it right where the clock had been far ahead, and a restart keeps to that', async () => {
    const till = await createTill();
    await meet(till);
    till.clock.now = after(900 * HOUR);
    await write(till);
    await meet(till, -899 * HOUR);
    expect(await readAt(till)).toBe(after(HOUR));
    till.clock.now = after(2 * HOUR);
    await meet(till, 0);
    expect(await readAt(till)).toBe(after(2 * HOUR));
    const again = await till.restart();
    expect(again.store.time.now()).toBe(after(2 * HOUR));
  });

  test('J7 what was written after a contact counts, though nobody looked since', async () => {
    const till = await createTill();
    await readAt(till);
    await hear(till);
    till.clock.now = after(30 * HOUR);
    await write(till);
    till.clock.now = after(HOUR);
    expect(await readAt(till)).toBe(after(30 * HOUR));
  });

  test('J7 goes by what the server said of the clock, at once', async () => {
    const till = await createTill();
    await meet(till, 10 * MINUTE);
    expect(till.store.time.now()).toBe(after(10 * MINUTE));
  });

  test('J7 says when an operation was written, and not what its clock said', async () => {
    const till = await createTill();
    await meet(till);
    till.clock.now = after(30 * HOUR);
    till.store.time.now();
    till.clock.now = after(HOUR);
    till.store.time.now();
    till.clock.now = after(2 * HOUR);
    expect(till.store.time.writtenAt(await write(till))).toBe(after(31 * HOUR));
    expect(till.store.time.writtenAt({ journalId: 'ONE-01_1', seq: 2 })).toBe(null);
  });
});

type Step =
  | { readonly type: 'clock'; readonly to: number }
  | { readonly type: 'passes'; readonly by: number }
  | { readonly type: 'write' }
  | { readonly type: 'look' }
  | { readonly type: 'read' }
  | { readonly type: 'restart' }
  | { readonly type: 'meet'; readonly offset: number };

const DAYS = 24 * HOUR;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: -40 * DAYS, max: 40 * DAYS }).map((to): Step => ({ type: 'clock', to })),
  fc.integer({ min: 0, max: 3 * HOUR }).map((by): Step => ({ type: 'passes', by })),
  fc.integer({ min: -DAYS, max: DAYS }).map((offset): Step => ({ type: 'meet', offset })),
  fc.constantFrom<Step>({ type: 'write' }, { type: 'look' }, { type: 'read' }, { type: 'restart' }),
);

test('J7 whatever is done to a clock, time never goes back but by a contact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let till = await createTill();
      let offset = 0;
      await meet(till);
      /** No less than this is said from now on: of this run, and of any. */
      let [seen, kept] = [0, 0];
      const shows = (at: string): void => {
        const time = Date.parse(at);
        expect(time).toBeGreaterThanOrEqual(Math.max(seen, kept));
        expect(time).toBeGreaterThanOrEqual(Date.parse(till.clock.now) + offset);
        seen = time;
      };
      const isRight = (at: string): void =>
        expect(Date.parse(at)).toBe(Date.parse(till.clock.now) + offset);
      for (const one of steps) {
        const { clock } = till;
        if (one.type === 'clock') clock.now = after(one.to);
        else if (one.type === 'passes') clock.now = after(one.by, clock.now);
        else if (one.type === 'write') {
          await write(till);
          kept = Math.max(kept, Date.parse(clock.now) + offset);
        } else if (one.type === 'look') shows(till.store.time.now());
        else if (one.type === 'read') {
          shows(await readAt(till));
          kept = Math.max(kept, seen - 10 * MINUTE);
        } else if (one.type === 'restart') {
          till = await till.restart();
          seen = 0;
          shows(till.store.time.now());
        } else {
          ({ offset } = one);
          await meet(till, offset);
          [seen, kept] = [0, 0];
          const at = await readAt(till);
          isRight(at);
          shows(at);
        }
      }
    }),
    { numRuns: 500 },
  );
});
