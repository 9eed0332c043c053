import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MoneyRow, MovementRow, SaleLineRow, ShiftRow } from '#server/store/store.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { type OpenStore, storeKinds } from './open-stores.ts';
import { AT, exception, put, smallDocuments } from './small-document.ts';

type Documents = ReturnType<typeof smallDocuments>;

describe.each(storeKinds)('the store on $name', ({ open }) => {
  let opened: OpenStore;
  let count = 0;
  /** Names that no other test uses. */
  let own: string;
  let stream: string;

  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  afterAll(() => opened.close());
  beforeEach(() => {
    count += 1;
    own = `T${count}`;
    stream = `exceptions:${own}`;
  });

  const pull: Documents['pull'] = (...query) => smallDocuments(opened).pull(...query);
  const read: Documents['read'] = (id) => smallDocuments(opened).read(id);
  const write: Documents['write'] = (...row) => smallDocuments(opened).write(...row);

  const journal = (seq: number) => ({
    journalId: `${own}-01_1`,
    tillId: `${own}-01`,
    storeId: own,
    linkHash: 'link',
    headSeq: seq,
    headHash: `hash ${seq}`,
  });

  const operation = (seq: number) => ({
    journalId: `${own}-01_1`,
    seq,
    hash: `hash ${seq}`,
    text: `{"seq":${seq}}`,
    receivedAt: AT,
    status: 'applied' as const,
    reason: null,
  });

  const ledgerLines = () => {
    const key = { operationId: `${own}-01_1.0000000001`, lineId: 'a', storeId: own, at: AT };
    const movement: MovementRow = { ...key, sku: 'S', kind: 'sale', quantity: quantity(-1000) };
    const money: MoneyRow = { ...key, orderId: null, tender: 'cash', amount: 500 };
    const sold = { sku: 'S', quantity: 1000, total: 500, tax: 0 };
    const saleLine: SaleLineRow = {
      ...key,
      ...sold,
      orderId: null,
      tillId: `${own}-01`,
      channel: 'store',
    };
    return { movement, money, saleLine };
  };

  test('R3 the first closing of a shift is for ever, whichever of opening and closing comes first', async () => {
    const opening: ShiftRow = {
      shiftId: `${own}-shift`,
      tillId: `${own}-01`,
      storeId: own,
      number: 1,
      currency: 'KZT',
      openedAt: AT,
      openedBy: 'aigerim',
      closing: null,
    };
    const closed = (difference: number): ShiftRow => ({
      ...opening,
      closing: { journalId: `${own}-01_1`, seq: 9, at: AT, difference },
    });
    const late = { ...closed(0), shiftId: `${own}-late` };
    const put = (...rows: readonly ShiftRow[]) =>
      opened.store.transaction(async (tx) => {
        for (const row of rows) await tx.putShift(row);
      });
    await put(opening, late);
    await put(closed(-100), { ...late, closing: null });
    await put(closed(-900), opening);
    await put({ ...closed(5), shiftId: `${own}-late`, tillId: `${own}-02` });
    expect((await opened.contents(own)).shifts).toEqual([late, closed(-100)]);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const work = opened.store.transaction(async (tx) => {
      await put(tx, own, [stream]);
      await tx.insertMoney([ledgerLines().money]);
      await tx.putJournal(journal(1));
      throw new Error('given up');
    });
    await expect(work).rejects.toThrow('given up');
    expect(await read(own)).toBeNull();
    expect((await pull(stream)).changes).toEqual([]);
    expect(await opened.store.appliedThrough(`${own}-01`)).toEqual({});
    expect((await opened.contents(own)).money).toEqual([]);
  });

  test('P2 a savepoint undoes its own work alone, and what follows goes on', async () => {
    await opened.store.transaction(async (tx) => {
      await put(tx, `${own}-1`, [stream], 'before');
      const inner = tx.savepoint(async () => {
        await put(tx, `${own}-1`, [], 'inside');
        await put(tx, `${own}-2`, [stream], 'inside');
        await tx.insertMoney([ledgerLines().money]);
        throw new Error('given up');
      });
      await expect(inner).rejects.toThrow('given up');
      await put(tx, `${own}-1`, [stream], 'after');
      await tx.savepoint(() => put(tx, `${own}-3`, [stream], 'after'));
      expect(await tx.insertMoney([ledgerLines().money])).toBe(1);
    });
    const { changes } = await pull(stream);
    expect(changes).toEqual([
      { id: `${own}-1`, document: exception(`${own}-1`, 'after') },
      { id: `${own}-3`, document: exception(`${own}-3`, 'after') },
    ]);
  });

  test('transactions that touch the same document come one after the other', async () => {
    await write(own, [stream], '0');
    const raise = () =>
      opened.store.transaction(async (tx) => {
        await tx.lock([], [own]);
        const held = await tx.document('exceptions', own);
        await put(tx, own, [stream], String(Number(held?.evidence[0]) + 1));
      });
    await Promise.all(Array.from({ length: 20 }, raise));
    expect((await read(own))?.evidence).toEqual(['20']);
  });

  test('no update is lost that was worked out from an old reading, without any lock', async () => {
    await write(own, [stream], '0');
    const raise = () =>
      opened.store.transaction(async (tx) => {
        const held = await tx.document('exceptions', own);
        await put(tx, own, [stream], String(Number(held?.evidence[0]) + 1));
      });
    await Promise.all(Array.from({ length: 4 }, raise));
    expect((await read(own))?.evidence).toEqual(['4']);
  });

  test('a document that two create at once is created by one and changed by the other', async () => {
    const create = (name: string) =>
      opened.store.transaction(async (tx) => {
        const held = await tx.document('exceptions', own);
        await put(tx, own, [stream], `${held?.evidence[0] ?? ''}${name}`);
      });
    await Promise.all([create('a'), create('b')]);
    expect(['ab', 'ba']).toContain((await read(own))?.evidence[0]);
  });

  test('S3 a ledger line counts once, however often it is written', async () => {
    const { movement, money, saleLine } = ledgerLines();
    const insert = () =>
      opened.store.transaction(async (tx) => [
        await tx.insertMovements([movement, { ...movement, lineId: 'b' }]),
        await tx.insertMoney([money]),
        await tx.insertSaleLines([saleLine]),
      ]);
    expect(await insert()).toEqual([2, 1, 1]);
    expect(await insert()).toEqual([0, 0, 0]);
    const contents = await opened.contents(own);
    expect(contents.movements).toEqual([movement, { ...movement, lineId: 'b' }]);
    expect(contents.money).toEqual([money]);
    expect(contents.saleLines).toEqual([saleLine]);
  });

  test('S3 the reservations of an order become what was put, and other orders keep theirs', async () => {
    const row = (orderId: string, lineId: string, count: number) => ({
      orderId: `${own}-${orderId}`,
      lineId,
      storeId: own,
      sku: 'S',
      quantity: quantity(count),
    });
    const set = (...rows: ReturnType<typeof row>[]) =>
      opened.store.transaction((tx) => tx.putReservations(new Map([[`${own}-1`, rows]])));
    const held = async () => (await opened.contents(own)).reservations;
    await opened.store.transaction((tx) =>
      tx.putReservations(new Map([[`${own}-2`, [row('2', 'a', 5)]]])),
    );
    await set(row('1', 'a', 1), row('1', 'b', 2));
    await set(row('1', 'b', 3));
    expect(await held()).toEqual([row('1', 'b', 3), row('2', 'a', 5)]);
    await set();
    expect(await held()).toEqual([row('2', 'a', 5)]);
  });

  test('P1 operations come back to the letter, in sequence', async () => {
    const texts = ['{"a":"\\u0000\\ud800"}', 'raw \0 and \ud800', '"quoted"', '', 'Қазақша €'];
    const rows = texts.map((text, index) => ({ ...operation(index + 1), text }));
    await opened.store.transaction((tx) => tx.putOperations(rows.toReversed()));
    const held = await opened.store.transaction((tx) => tx.operations(`${own}-01_1`, 1, 9));
    expect(held).toEqual(rows);
    expect(await opened.store.transaction((tx) => tx.operations(`${own}-01_1`, 2, 3))).toEqual(
      rows.slice(1, 3),
    );
  });

  test('P4 a fork is kept beside what is held, once', async () => {
    const { journalId, seq, hash, text, receivedAt } = operation(1);
    const fork = { journalId, seq, hash, text, receivedAt };
    const insert = () => opened.store.transaction((tx) => tx.insertForks([fork]));
    expect([await insert(), await insert()]).toEqual([1, 0]);
    expect((await opened.contents(own)).forks).toEqual([fork]);
  });

  test('S2 what is applied is told per journal of a till', async () => {
    await opened.store.transaction(async (tx) => {
      await tx.putJournal(journal(7));
      await tx.putJournal({ ...journal(3), journalId: `${own}-01_2` });
      await tx.putJournal({ ...journal(9), journalId: `${own}-02_1`, tillId: `${own}-02` });
    });
    await opened.store.transaction((tx) => tx.putJournal(journal(8)));
    expect(await opened.store.appliedThrough(`${own}-01`)).toEqual({
      [`${own}-01_1`]: 8,
      [`${own}-01_2`]: 3,
    });
    expect(await opened.store.transaction((tx) => tx.journal(`${own}-01_1`))).toEqual(journal(8));
  });

  test('P3 quarantine lists what waits for these reasons until it is applied', async () => {
    const quarantined = { ...operation(1), status: 'quarantined' as const };
    const waiting = async () =>
      (await opened.store.quarantined(['apply_failed', 'operation_type_unknown'])).filter(
        ({ journalId }) => journalId.startsWith(`${own}-`),
      );
    await opened.store.transaction((tx) =>
      tx.putOperations([
        { ...quarantined, reason: 'apply_failed' },
        { ...quarantined, seq: 2, reason: 'hash_mismatch' },
        operation(3),
        { ...quarantined, seq: 4, reason: 'operation_type_unknown' },
      ]),
    );
    expect((await waiting()).map(({ seq }) => seq)).toEqual([1, 4]);
    await opened.store.transaction((tx) =>
      tx.putOperations([{ ...quarantined, status: 'applied', reason: 'apply_failed' }]),
    );
    expect((await waiting()).map(({ seq }) => seq)).toEqual([4]);
  });
});
