import { describe, expect, test } from 'vitest';
import { fail, ok } from '#shared/kernel/result.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { hashOf } from '#shared/operations/seal.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { readSyncState, writeSyncState } from './sync-state.ts';
import { ACTOR, AT, createExclusive, IDENTITY, JOURNAL, received } from './till.fixture.ts';

const open = async (ledger: Ledger = createMemoryLedger()) => {
  await writeIdentity(ledger, IDENTITY);
  const parts = { ledger, crypto: webCrypto, exclusive: createExclusive(), now: () => AT };
  return { ledger, journal: createJournal(parts) };
};

const receive = (journal: Journal) => journal.write(ACTOR, async () => ok(received('TEA', 1)));

const parsed = async (ledger: Ledger, journalId = JOURNAL): Promise<Operation[]> =>
  (await ledger.read(journalId, 0, 1000)).map(({ text }) => JSON.parse(text) as Operation);

const expectChain = async (operations: readonly Operation[], link: string): Promise<void> => {
  let previousHash = link;
  for (const [index, operation] of operations.entries()) {
    expect(operation.seq).toBe(index + 1);
    expect(operation.previousHash).toBe(previousHash);
    expect(operation.hash).toBe(await hashOf(operation, webCrypto));
    previousHash = operation.hash;
  }
};

describe('write', () => {
  test('seals what was decided with who, where and when', async () => {
    const { ledger, journal } = await open();
    const written = await receive(journal);
    expect(written).toMatchObject({
      ok: true,
      value: {
        id: `${JOURNAL}.0000000001`,
        journalId: JOURNAL,
        tillId: 'ONE-01',
        storeId: 'ONE',
        seq: 1,
        at: AT,
        clockOffset: null,
        ...ACTOR,
        ...received('TEA', 1),
        version: 1,
        previousHash: GENESIS_HASH,
      },
    });
    expect(await parsed(ledger)).toEqual([written.ok && written.value]);
  });

  test('J2: writes that overlap make one gapless chain', async () => {
    const { ledger, journal } = await open();
    const written = await Promise.all(Array.from({ length: 50 }, () => receive(journal)));
    expect(written.every(({ ok: isOk }) => isOk)).toBe(true);
    const operations = await parsed(ledger);
    expect(operations).toHaveLength(50);
    await expectChain(operations, GENESIS_HASH);
  });

  test('J2: each decides by what the one before it did, and is told where it will stand', async () => {
    const { journal } = await open();
    const known: number[] = [];
    journal.onAppend(({ seq }) => known.push(seq));
    const seen: unknown[] = [];
    const look = () =>
      journal.write(ACTOR, async (next) => {
        seen.push([next, [...known]]);
        return ok(received('TEA', 1));
      });
    await Promise.all([look(), look(), look()]);
    expect(seen).toEqual([
      [{ journalId: JOURNAL, seq: 1 }, []],
      [{ journalId: JOURNAL, seq: 2 }, [1]],
      [{ journalId: JOURNAL, seq: 3 }, [1, 2]],
    ]);
  });

  test('J3: one command is one operation, and a problem is none', async () => {
    const { ledger, journal } = await open();
    const told: number[] = [];
    journal.onAppend(({ seq }) => told.push(seq));
    expect(await journal.write(ACTOR, async () => fail({ type: 'no' }))).toEqual(
      fail({ type: 'no' }),
    );
    await receive(journal);
    expect((await parsed(ledger)).map(({ seq }) => seq)).toEqual([1]);
    expect(told).toEqual([1]);
  });

  test('J4: is told to nobody before it is on the disk', async () => {
    const order: string[] = [];
    const memory = createMemoryLedger();
    const { journal } = await open({
      ...memory,
      append: async (operation) => {
        await Promise.resolve();
        await memory.append(operation);
        order.push('durable');
      },
    });
    journal.onAppend(() => order.push('told'));
    await receive(journal);
    expect(order).toEqual(['durable', 'told']);
  });

  test('J4: a disk that fails fails the write alone; the next takes its place', async () => {
    const memory = createMemoryLedger();
    let isBroken = true;
    const { ledger, journal } = await open({
      ...memory,
      append: (operation) =>
        isBroken ? Promise.reject(new Error('disk full')) : memory.append(operation),
    });
    const told: Operation[] = [];
    journal.onAppend((operation) => told.push(operation));
    await expect(receive(journal)).rejects.toThrow('disk full');
    isBroken = false;
    expect(await receive(journal)).toMatchObject({ ok: true, value: { seq: 1 } });
    await expectChain(await parsed(ledger), GENESIS_HASH);
    expect(told).toHaveLength(1);
  });

  test('a decision that throws writes nothing and stops nobody', async () => {
    const { ledger, journal } = await open();
    const broken = journal.write(ACTOR, () => Promise.reject(new Error('a bug')));
    const next = receive(journal);
    await expect(broken).rejects.toThrow('a bug');
    expect(await next).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await parsed(ledger)).toHaveLength(1);
  });

  test('J1: a machine that is no till writes nothing', async () => {
    const ledger = createMemoryLedger();
    const parts = { ledger, crypto: webCrypto, exclusive: createExclusive(), now: () => AT };
    expect(await receive(createJournal(parts))).toEqual(fail({ type: 'till_not_enrolled' }));
  });

  test('what an operation cannot hold is not written, and said; the next command is', async () => {
    const { ledger, journal } = await open();
    const tooLong: OperationContent = {
      type: 'stock.received',
      payload: { deliveryId: null, reference: 'R'.repeat(1000), lines: [] },
    };
    expect(await journal.write(ACTOR, async () => ok(tooLong))).toEqual(
      fail({ type: 'not_recordable', at: '/payload/reference' }),
    );
    expect((await receive(journal)).ok).toBe(true);
    expect(await parsed(ledger)).toHaveLength(1);
  });

  test('a rehearsal says what would be written, and neither writes it nor tells anybody', async () => {
    const { ledger, journal } = await open();
    const told: number[] = [];
    journal.onAppend(({ seq }) => told.push(seq));
    const tried = await journal.rehearse(ACTOR, async () => ok(received('TEA', 1)));
    expect(tried).toMatchObject({ ok: true, value: { seq: 1, ...received('TEA', 1) } });
    expect(await parsed(ledger)).toEqual([]);
    expect(told).toEqual([]);
    expect(await receive(journal)).toEqual(tried);
  });

  test('J7: keeps the raw clock and the last known offset', async () => {
    const { ledger, journal } = await open();
    await writeSyncState(ledger, { ...(await readSyncState(ledger)), clockOffset: -90_000 });
    expect(await receive(journal)).toMatchObject({ value: { at: AT, clockOffset: -90_000 } });
  });

  test('goes on where it was when the till starts again', async () => {
    const { ledger, journal } = await open();
    await receive(journal);
    const parts = { ledger, crypto: webCrypto, exclusive: createExclusive(), now: () => AT };
    await receive(createJournal(parts));
    await expectChain(await parsed(ledger), GENESIS_HASH);
    expect(await parsed(ledger)).toHaveLength(2);
  });

  test('a listener that left is told no more', async () => {
    const { journal } = await open();
    const told: number[] = [];
    const leave = journal.onAppend(({ seq }) => told.push(seq));
    await receive(journal);
    leave();
    await receive(journal);
    expect(told).toEqual([1]);
  });
});

describe('continueAs', () => {
  test('J1 P4: the next journal begins at 1 and links the head of the one before', async () => {
    const { ledger, journal } = await open();
    await receive(journal);
    const head = await ledger.head(JOURNAL);
    if (!head) throw new Error('a head was expected');
    await journal.continueAs('ONE-01_2', head);
    await Promise.all([receive(journal), receive(journal)]);
    await expectChain(await parsed(ledger, 'ONE-01_2'), head.hash);
    expect(await readIdentity(ledger)).toEqual({
      ...IDENTITY,
      journalId: 'ONE-01_2',
      linkHash: head.hash,
      earlierJournalIds: [JOURNAL],
    });
  });

  test('J1: hearing of the same journal twice changes nothing', async () => {
    const { ledger, journal } = await open();
    await journal.continueAs('ONE-01_2', { seq: 0, hash: GENESIS_HASH });
    const identity = await readIdentity(ledger);
    await journal.continueAs('ONE-01_2', { seq: 9, hash: 'f'.repeat(64) });
    expect(await readIdentity(ledger)).toEqual(identity);
  });

  test('J2: waits for a write that is under way', async () => {
    const { ledger, journal } = await open();
    const written = receive(journal);
    await journal.continueAs('ONE-01_2', { seq: 0, hash: GENESIS_HASH });
    expect(await written).toMatchObject({ ok: true, value: { journalId: JOURNAL, seq: 1 } });
    expect(await receive(journal)).toMatchObject({ value: { journalId: 'ONE-01_2', seq: 1 } });
    expect(await parsed(ledger)).toHaveLength(1);
  });
});
