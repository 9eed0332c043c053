import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#shared/kernel/result.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { newestQueued, queuedOf } from './queue.ts';
import { readSyncState, writeSyncState } from './sync-state.ts';
import { ACTOR, createTill, JOURNAL, received, type TestTill } from './till.fixture.ts';

const NEXT = 'ONE-01_2';

let till: TestTill;

/** Three operations in the first journal, two in the one that took over. */
beforeEach(async () => {
  till = await createTill();
  const { ledger, journal } = till.store;
  const write = () => journal.write(ACTOR, async () => ok(received('TEA', 1)));
  for (let count = 0; count < 3; count += 1) await write();
  const head = await ledger.head(JOURNAL);
  if (!head) throw new Error('a head was expected');
  await journal.continueAs(NEXT, head);
  for (let count = 0; count < 2; count += 1) await write();
});

const acknowledge = async (acknowledged: Record<string, number>): Promise<void> => {
  const { ledger } = till.store;
  await writeSyncState(ledger, { ...(await readSyncState(ledger)), acknowledged });
};

const newest = async (limit: number): Promise<string[]> =>
  (await newestQueued(till.store.ledger, limit)).map(({ journalId, seq }) => `${journalId}.${seq}`);

describe('the queue', () => {
  test('J1: counts what the server is not known to hold, of every journal', async () => {
    const { ledger } = till.store;
    expect(await queuedOf(ledger)).toBe(5);
    await acknowledge({ [JOURNAL]: 2 });
    expect(await queuedOf(ledger)).toBe(3);
    await acknowledge({ [JOURNAL]: 3, [NEXT]: 2 });
    expect(await queuedOf(ledger)).toBe(0);
    expect(await newest(10)).toEqual([]);
  });

  test('lists the newest first', async () => {
    await acknowledge({ [JOURNAL]: 1 });
    expect(await newest(10)).toEqual([`${NEXT}.2`, `${NEXT}.1`, `${JOURNAL}.3`, `${JOURNAL}.2`]);
    expect(await newest(1)).toEqual([`${NEXT}.2`, `${JOURNAL}.3`]);
  });

  test('of a machine that is no till is empty', async () => {
    expect(await queuedOf(createMemoryLedger())).toBe(0);
    expect(await newestQueued(createMemoryLedger(), 10)).toEqual([]);
  });
});
