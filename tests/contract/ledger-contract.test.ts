import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import type { Ledger, RestorableLedger } from '#renderer/store/ledger.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { encodeOperation, sealOperation } from '#shared/operations/seal.ts';
import { ledgerKinds, type Opened } from './open-till-stores.ts';
import { AT } from './pushing-till.ts';

const JOURNAL = 'ONE-01_1';

/** `count` operations of a journal, chained. */
const chain = async (count: number, journalId = JOURNAL): Promise<Operation[]> => {
  const operations: Operation[] = [];
  let head = { seq: 0, hash: GENESIS_HASH };
  while (operations.length < count) {
    const operation = await sealOperation(
      { type: 'staff.signedIn', payload: {} },
      {
        journalId,
        tillId: 'ONE-01',
        storeId: 'ONE',
        at: AT,
        clockOffset: null,
        staffId: 'aigerim',
        shiftId: null,
        approvedBy: null,
      },
      head,
      nodeCrypto,
    );
    operations.push(operation);
    head = operation;
  }
  return operations;
};

const asText = (operation: Operation) => {
  const { journalId, seq, hash } = operation;
  return { journalId, seq, hash, text: encodeOperation(operation) };
};

const seqs = async (ledger: Ledger, after: number, limit: number): Promise<number[]> =>
  (await ledger.read(JOURNAL, after, limit)).map(({ seq }) => seq);

describe.each(ledgerKinds)('the ledger in $name', ({ create }) => {
  let open: () => Promise<Opened<RestorableLedger>>;
  let ledger: Opened<RestorableLedger>;

  beforeEach(async () => {
    open = create();
    ledger = await open();
  });

  afterEach(() => ledger.close());

  const append = async (operations: readonly Operation[]): Promise<void> => {
    for (const operation of operations) await ledger.append(operation);
  };

  test('of a journal that was never written has no head and no operations', async () => {
    expect(await ledger.head(JOURNAL)).toBeNull();
    expect(await ledger.read(JOURNAL, 0, 10)).toEqual([]);
  });

  test('P1: keeps each operation as its canonical text', async () => {
    const operations = await chain(3);
    await append(operations);
    expect(await ledger.read(JOURNAL, 0, 10)).toEqual(operations.map(asText));
  });

  test('J1: names the last operation of each journal as its head', async () => {
    const operations = await chain(12);
    await append(operations);
    await append(await chain(2, 'ONE-01_2'));
    expect(await ledger.head(JOURNAL)).toMatchObject({ seq: 12, hash: operations.at(-1)?.hash });
    expect(await ledger.head('ONE-01_2')).toMatchObject({ seq: 2 });
  });

  test('reads on after a sequence, in sequence, at most as many as asked', async () => {
    await append(await chain(12));
    await append(await chain(3, 'ONE-01_2'));
    expect(await seqs(ledger, 0, 4)).toEqual([1, 2, 3, 4]);
    expect(await seqs(ledger, 8, 3)).toEqual([9, 10, 11]);
    expect(await seqs(ledger, 10, 100)).toEqual([11, 12]);
    expect(await seqs(ledger, 12, 100)).toEqual([]);
  });

  test('J2: refuses a sequence that is taken, and keeps what was there', async () => {
    const operations = await chain(2);
    await append(operations);
    const [first, second] = operations;
    if (!first || !second) throw new Error('two operations were expected');
    await expect(ledger.append({ ...first, hash: second.hash })).rejects.toBeInstanceOf(Error);
    await expect(ledger.append(second)).rejects.toBeInstanceOf(Error);
    expect(await ledger.read(JOURNAL, 0, 10)).toEqual(operations.map(asText));
  });

  test('J1: names the first operation that it lost before others, and takes back those that it lacks', async () => {
    const rows = (await chain(40)).map(asText);
    expect(await ledger.gap(JOURNAL)).toBeNull();
    await ledger.restore(rows.filter(({ seq }) => seq > 3 && seq % 10 !== 0));
    for (const missing of [1, 10, 20, 30]) {
      expect(await ledger.gap(JOURNAL)).toBe(missing);
      await ledger.restore(
        rows
          .filter(({ seq }) => seq === missing || (missing === 1 && seq < 4))
          .filter(({ seq }) => seq <= missing + 2),
      );
    }
    expect(await ledger.gap(JOURNAL)).toBeNull();
    expect(await ledger.read(JOURNAL, 0, 100)).toEqual(rows.slice(0, 39));
    await expect(ledger.restore(rows.slice(0, 1))).rejects.toBeInstanceOf(Error);
  });

  test('J6: keeps small documents beside the journal, the last that was written of each', async () => {
    expect(await ledger.readLocal('basket')).toBeNull();
    await ledger.writeLocal('basket', { lines: ['tea'], note: '«чай», \u0000' });
    await ledger.writeLocal('lock-out:aigerim', { failures: 4 });
    expect(await ledger.readLocal('basket')).toEqual({ lines: ['tea'], note: '«чай», \u0000' });
    await ledger.writeLocal('basket', null);
    expect(await ledger.readLocal('basket')).toBeNull();
    expect(await ledger.readLocal('lock-out:aigerim')).toEqual({ failures: 4 });
  });

  test('keeps the last of writes to one small document that overlap', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((value) => ledger.writeLocal('basket', value)));
    expect(await ledger.readLocal('basket')).toBe(5);
  });

  test('is not changed by what a reader does to what it read', async () => {
    await ledger.writeLocal('basket', { lines: [] });
    const read = await ledger.readLocal<{ lines: string[] }>('basket');
    read?.lines.push('tea');
    expect(await ledger.readLocal('basket')).toEqual({ lines: [] });
  });

  test('J4: holds everything when it is opened again', async () => {
    const operations = await chain(3);
    await append(operations);
    await ledger.writeLocal('basket', 'open');
    await ledger.close();
    ledger = await open();
    expect(await ledger.read(JOURNAL, 0, 10)).toEqual(operations.map(asText));
    expect(await ledger.head(JOURNAL)).toMatchObject({ seq: 3 });
    expect(await ledger.readLocal('basket')).toBe('open');
  });
});
