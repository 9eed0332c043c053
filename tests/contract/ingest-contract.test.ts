import { beforeEach, describe, expect, test } from 'vitest';
import { reingestQuarantined } from '#server/ingest/reingest-quarantined.ts';
import { type Store, StoreUnavailable } from '#server/store/store.ts';
import { giftCardLine } from '#shared/domain/pricing/gift-card.ts';
import { minor } from '#shared/kernel/money.ts';
import { encodeOperation } from '#shared/operations/seal.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, NOW, type PushingTill, reseal } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

describe.each(storeKinds)('ingest on $name', ({ open }) => {
  const shops = openShops(open, 'T');
  let shop: Shop;
  let till: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
  });

  const held = async () =>
    (await shop.ledgers()).operations.map(({ seq, status, reason }) => ({ seq, status, reason }));

  const applied = (seq: number) => ({ seq, status: 'applied', reason: null });

  const headOf = (seq: number) => ({ seq, hash: till.operations[seq - 1]?.hash });

  test('P1 a batch takes effect in sequence and is acknowledged', async () => {
    await till.write(received('TEA', 10));
    const sold = await till.write(sale([line('TEA', 3)]));
    const reply = await till.push();
    expect(reply).toEqual({
      ok: true,
      value: {
        epoch: await shops.opened().store.epoch(),
        time: NOW,
        head: headOf(2),
        forked: false,
      },
    });
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    const [order] = await shop.pull('orders');
    expect(order).toMatchObject({ placedAt: AT, seen: { [till.journalId]: 2 } });
    const { operations, movements, saleLines, money } = await shop.ledgers();
    expect(operations.map(({ text }) => text)).toEqual(till.operations.map(encodeOperation));
    expect(movements.map(({ quantity }) => quantity)).toEqual([10_000, -3000]);
    expect(saleLines).toMatchObject([{ operationId: sold.id, total: 30_000, quantity: 3000 }]);
    expect(money).toMatchObject([{ operationId: sold.id, tender: 'cash', amount: 30_000 }]);
    expect(await shops.opened().store.appliedThrough(till.tillId)).toEqual({ [till.journalId]: 2 });
  });

  test('P1 NUL and half characters arrive and come down again as they were', async () => {
    const odd = 'nul \0, halves \ud800 \udfff, Қазақ';
    await till.write(sale([{ ...line('ODD'), name: { en: odd } }]));
    await till.push();
    expect(await held()).toEqual([applied(1)]);
    expect((await shop.pull('orders'))[0]?.lines[0]?.name.en).toBe(odd);
  });

  test('P1 a basket of ten thousand lines takes effect', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => line(`SKU-${index}`));
    await till.write(sale(lines));
    await till.push();
    expect(await held()).toEqual([applied(1)]);
    const { movements, saleLines, money } = await shop.ledgers();
    expect([movements.length, saleLines.length]).toEqual([10_000, 10_000]);
    expect(money.map(({ amount }) => amount)).toEqual([100_000_000]);
    expect((await shop.pull('stock')).length).toBe(10_000);
  });

  test('P2 an operation of a type that a later build knows takes effect after the upgrade', async () => {
    await till.write(received('TEA', 10));
    const sold = await till.write(sale([line('TEA', 4)]));
    await till.push([till.operations[0] ?? sold]);
    const { journalId } = till;
    await shops.opened().store.transaction(async (tx) => {
      const row = { journalId, seq: 2, hash: sold.hash, text: encodeOperation(sold) };
      const reason = 'operation_type_unknown' as const;
      await tx.putOperations([{ ...row, receivedAt: NOW, status: 'quarantined', reason }]);
      const journal = await tx.journal(journalId);
      if (journal) await tx.putJournal({ ...journal, headSeq: 2, headHash: sold.hash });
    });
    expect(await reingestQuarantined(shop.environment)).toBe(1);
    expect(await reingestQuarantined(shop.environment)).toBe(0);
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
    expect(await held()).toContainEqual({
      seq: 2,
      status: 'applied',
      reason: 'operation_type_unknown',
    });
    expect(await shop.pull('statuses', till.tillId)).toMatchObject([
      { id: sold.id, status: 'applied', reason: 'operation_type_unknown' },
    ]);
  });

  test('P2 an operation whose form a later build knows takes effect after the upgrade, and one that is no good then neither stays out', async () => {
    const first = await till.write(received('TEA', 10));
    const sold = await till.write(sale([giftCardLine('card', 'GIFT-1', minor(5000))]));
    const third = await till.write(sale([line('TEA', 4)]));
    const { journalId } = till;
    await till.push([first]);
    const stray = { ...third, previousHash: first.hash };
    await shops.opened().store.transaction(async (tx) => {
      const reason = 'operation_malformed' as const;
      const kept = { journalId, receivedAt: NOW, status: 'quarantined', reason } as const;
      await tx.putOperations([
        { ...kept, seq: 2, hash: sold.hash, text: encodeOperation(sold) },
        { ...kept, seq: 3, hash: third.hash, text: encodeOperation(await reseal(stray)) },
      ]);
      const journal = await tx.journal(journalId);
      if (journal) await tx.putJournal({ ...journal, headSeq: 3, headHash: third.hash });
    });
    expect(await reingestQuarantined(shop.environment)).toBe(1);
    expect((await shop.ledgers()).storedValue).toMatchObject([{ code: 'GIFT-1', amount: 5000 }]);
    const malformed = { status: 'quarantined', reason: 'operation_malformed' };
    expect(await held()).toContainEqual({ seq: 3, ...malformed });
    expect(await shop.level('TEA')).toEqual({ onHand: 10, reserved: 0 });
  });

  test('P2 what is not the fault of the data is told to the till and leaves nothing behind', async () => {
    await till.write(received('TEA', 10));
    const { environment } = shop;
    const broken: Store = {
      ...shops.opened().store,
      transaction: (work) =>
        shops.opened().store.transaction((tx) =>
          work({
            ...tx,
            insertMovements: async () => Promise.reject(new StoreUnavailable('full')),
          }),
        ),
    };
    const unlucky = await createPushingTill({ ...environment, store: broken }, shop.storeId, 2);
    await unlucky.write(received('TEA', 10));
    await expect(unlucky.push()).rejects.toThrow(StoreUnavailable);
    expect(await held()).toEqual([]);
    expect(await shop.level('TEA')).toBeNull();
    await till.push();
    expect(await shop.level('TEA')).toEqual({ onHand: 10, reserved: 0 });
  });

  describe('P4', () => {
    beforeEach(async () => {
      await till.write(received('TEA', 10));
      await till.write(sale([line('TEA', 1)]));
      await till.write(sale([line('TEA', 2)]));
    });

    test('P4 a batch pushed again, whole or in part, is acknowledged and changes nothing', async () => {
      await till.push();
      const before = [await shop.effects(), await shop.ledgers()];
      for (const part of [till.operations, till.operations.slice(1), till.operations.slice(0, 1)]) {
        const reply = await till.push(part);
        expect(reply.ok && reply.value).toMatchObject({ head: headOf(3), forked: false });
      }
      expect([await shop.effects(), await shop.ledgers()]).toEqual(before);
    });

    test('P4 a batch that comes before its turn changes nothing and is told what is missing', async () => {
      const early = await till.push(till.operations.slice(2));
      expect(early.ok && early.value.head.seq).toBe(0);
      expect(await held()).toEqual([]);
      await till.push(till.operations.slice(0, 2));
      const reply = await till.push(till.operations.slice(1));
      expect(reply.ok && reply.value.head).toEqual(headOf(3));
      expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    });

    test('P4 a till that asks is told what the server holds', async () => {
      await till.push();
      const reply = await till.push([], { acknowledged: 3, firstSeq: 4, signature: '' });
      expect(reply.ok && reply.value).toMatchObject({ head: headOf(3), forked: false });
    });

    test('P4 a journal restored from an old copy is kept beside the one that is held', async () => {
      await till.push();
      const before = await shop.effects();
      till.rewind(1);
      const others = [
        await till.write(sale([line('TEA', 5)])),
        await till.write(sale([line('TEA', 5)])),
      ];
      const reply = await till.push(others, { acknowledged: 1 });
      expect(reply.ok && reply.value).toMatchObject({ head: { seq: 3 }, forked: true });
      await till.push(others, { acknowledged: 1 });
      const { exceptions, ...after } = await shop.effects();
      expect({ ...after, exceptions: [] }).toEqual(before);
      expect(exceptions).toMatchObject([
        { kind: 'journal_forked', state: 'open', evidence: others.map(({ id }) => id) },
      ]);
      const { forks } = await shop.ledgers();
      expect(forks.map(({ text }) => text)).toEqual(others.map(encodeOperation));
    });

    test('P4 what is held under its own hash but with other words is a fork too', async () => {
      await till.push();
      const [, second] = till.operations;
      if (!second) throw new Error('a second operation was expected');
      const reply = await till.push([{ ...second, staffId: 'somebody' }]);
      expect(reply.ok && reply.value.forked).toBe(true);
      expect((await shop.ledgers()).forks.length).toBe(1);
    });

    test('P4 a batch with a forged signature is kept aside whole, and the journal goes on without it', async () => {
      const forged = { signature: till.signBy('something else'), acknowledged: 9 };
      const reply = await till.push(till.operations, forged);
      expect(reply.ok && reply.value).toMatchObject({ head: { seq: 0 }, forked: false });
      expect(await held()).toEqual([]);
      const { forks } = await shops.opened().contents(shop.storeId);
      expect(forks.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(await shop.openExceptions()).toEqual(['journal_forked']);
      expect(await shop.pull('orders')).toEqual([]);
      const signed = await till.push(till.operations);
      expect(signed.ok && signed.value.head).toEqual(headOf(3));
    });

    test("P4 another till's journal is not taken from this one", async () => {
      const other = await createPushingTill(shop.environment, shop.storeId, 2);
      const reply = await other.push(till.operations, { journalId: till.journalId });
      expect(reply).toEqual({ ok: false, problem: { type: 'forbidden' } });
      expect(await held()).toEqual([]);
    });

    test('J1 a journal that the server never opened, and that nobody signed, is unknown', async () => {
      const reply = await till.push(till.operations, { journalId: `${till.tillId}_9` });
      expect(reply).toEqual({ ok: false, problem: { type: 'journal_unknown' } });
    });

    test('P5 what a revoked till signed is quarantined; what it did not sign is not heard', async () => {
      const revoked = { revoked: true };
      const unsigned = await till.push(till.operations, { signature: '' }, revoked);
      expect(unsigned).toEqual({ ok: false, problem: { type: 'till_revoked' } });
      expect(await till.push([], { signature: '' }, revoked)).toEqual(unsigned);
      // It may ask, so that a restored server gets its operations again.
      const asked = await till.push([], {}, revoked);
      expect(asked.ok && asked.value.head.seq).toBe(0);
      expect(await held()).toEqual([]);
      const reply = await till.push(till.operations, {}, revoked);
      expect(reply.ok && reply.value.head).toEqual(headOf(3));
      expect((await held()).map(({ reason }) => reason)).toEqual([
        'till_revoked',
        'till_revoked',
        'till_revoked',
      ]);
      expect(await shop.pull('orders')).toEqual([]);
    });

    test('P6 a server that holds less than it said starts a new epoch once, and takes the rest again', async () => {
      await till.push(till.operations.slice(0, 1));
      const epoch = await shops.opened().store.epoch();
      const ask = { acknowledged: 3, epoch, firstSeq: 4 };
      const reply = await till.push([], ask);
      const next = await shops.opened().store.epoch();
      expect(next).not.toBe(epoch);
      expect(reply.ok && reply.value).toMatchObject({ epoch: next, head: headOf(1) });
      expect(await shop.openExceptions()).toEqual(['server_restored']);
      await till.push([], ask);
      expect(await shops.opened().store.epoch()).toBe(next);
      await till.push(till.operations.slice(1), { acknowledged: 1, epoch: next });
      expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    });
  });

  test('S1 tills of several stores push at once, and each store adds up', async () => {
    const both = await Promise.all([shops.next(), shops.next()]);
    const pushing = both.flatMap((own) =>
      [1, 2, 3].map(async (number) => {
        const busy = await createPushingTill(own.environment, own.storeId, number);
        for (let turn = 0; turn < 6; turn += 1) {
          await busy.write(turn === 0 ? received('TEA', 100) : sale([line('TEA'), line('BUN')]));
          await busy.push(busy.operations.slice(-1));
        }
      }),
    );
    await Promise.all(pushing);
    for (const own of both) {
      expect(await own.level('TEA')).toEqual({ onHand: 285, reserved: 0 });
      expect(await own.level('BUN')).toEqual({ onHand: -15, reserved: 0 });
      const { movements, money } = await own.ledgers();
      const sum = (sku: string) =>
        movements.filter((row) => row.sku === sku).reduce((total, row) => total + row.quantity, 0);
      expect([sum('TEA'), sum('BUN')]).toEqual([285_000, -15_000]);
      expect(money.reduce((total, { amount }) => total + amount, 0)).toBe(15 * 20_000);
    }
  });
});
