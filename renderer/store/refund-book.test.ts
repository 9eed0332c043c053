import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { Ledger } from './ledger.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { readRefundBook } from './refund-book.ts';
import { ACTOR, createTill, IDENTITY, JOURNAL, received, type TestTill } from './till.fixture.ts';
import { writeIdentity } from './identity.ts';

const asked = (refundId: string): OperationContent => ({
  type: 'refund.requested',
  payload: { refundId, orderId: 'a', tender: 'card', currency: 'KZT', amount: minor(100) },
});

const ended = (refundId: string, outcome: 'refunded' | 'declined'): OperationContent => ({
  type: 'refund.resolved',
  payload: { refundId, orderId: 'a', outcome, reference: outcome === 'refunded' ? 'R' : null },
});

const write = async ({ store }: TestTill, ...contents: readonly OperationContent[]) => {
  for (const content of contents) await store.journal.write(ACTOR, async () => ok(content));
};

const others = (count: number) => Array.from({ length: count }, () => received('TEA', 1));

const leftIn = async (ledger: Ledger) =>
  (await readRefundBook(ledger)).left.map(({ refundId, given }) => [refundId, given !== null]);

/** How many operations are read of the ledger to know it. */
const counted = (ledger: Ledger) => {
  let rows = 0;
  const read: Ledger['read'] = async (...asking) => {
    const found = await ledger.read(...asking);
    rows += found.length;
    return found;
  };
  return { ledger: { ...ledger, read }, rows: () => rows };
};

describe('what the journals say of refunds by machines', () => {
  test('J3: what is open, what was given, and nothing that was refused', async () => {
    const till = await createTill();
    await write(till, asked('1'), asked('2'), asked('3'), asked('4'));
    await write(till, ended('2', 'refunded'), ended('3', 'declined'), ended('4', 'declined'));
    await write(till, asked('4'));
    expect(await leftIn(till.store.ledger)).toEqual([
      ['1', false],
      ['2', true],
      ['4', false],
    ]);
  });

  test('J3: is read once, and from then on only what came since', async () => {
    const till = await createTill();
    await write(till, asked('1'), ...others(1500));
    await readRefundBook(till.store.ledger);
    await write(till, asked('2'), ended('1', 'declined'), ...others(5));
    const { ledger, rows } = counted(till.store.ledger);
    expect(await leftIn(ledger)).toEqual([['2', false]]);
    expect(rows()).toBeLessThan(20);
  });

  test('J1: operations that were put back since are read in their place', async () => {
    const till = await createTill();
    await write(till, ...others(299), asked('1'), ...others(5), asked('2'), ended('2', 'declined'));
    const all = await till.store.ledger.read(JOURNAL, 0, 1000);
    for (const lost of [all.slice(299, 300), all.slice(299, 306)]) {
      const ledger = createMemoryLedger();
      await writeIdentity(ledger, IDENTITY);
      await ledger.restore(all.filter((row) => !lost.includes(row)));
      expect(await leftIn(ledger)).toEqual([]);
      await ledger.restore(lost);
      expect(await leftIn(ledger)).toEqual([['1', false]]);
    }
  });

  test('J1: the end of an earlier journal that was put back since is read before the next one', async () => {
    const till = await createTill();
    await write(till, ...others(299), asked('1'));
    const earlier = await till.store.ledger.read(JOURNAL, 0, 1000);
    const head = await till.store.ledger.head(JOURNAL);
    if (!head) throw new Error('a head was expected');
    const NEXT = 'ONE-01_2';
    await till.store.journal.continueAs(NEXT, head);
    await write(till, ended('1', 'declined'));
    const ledger = createMemoryLedger();
    const identity = { ...IDENTITY, journalId: NEXT, earlierJournalIds: [JOURNAL] };
    await writeIdentity(ledger, identity);
    await ledger.restore(earlier.slice(0, -1));
    await ledger.restore(await till.store.ledger.read(NEXT, 0, 10));
    expect(await leftIn(ledger)).toEqual([]);
    await ledger.restore(earlier.slice(-1));
    expect(await leftIn(ledger)).toEqual([]);
  });
});
