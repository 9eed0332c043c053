import { beforeEach, describe, expect, test } from 'vitest';
import { eraseCustomer } from '#server/chain/erase-customer.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, type PushingTill, reseal } from './pushing-till.ts';
import { line, returned, sale } from './shop.ts';

describe.each(storeKinds)('an erased customer on $name', ({ open }) => {
  const shops = openShops(open, 'E');
  let shop: Shop;
  let first: PushingTill;
  let second: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    first = await createPushingTill(shop.environment, shop.storeId);
    second = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  /** The shops share a database: a customer's id is of one shop. */
  const idOf = (name: string) => `${shop.storeId}-${name}`;
  const written = (name: string): OperationContent => ({
    type: 'customer.saved',
    payload: {
      customerId: idOf(name),
      name: `The secret ${name}`,
      phone: '+7 701 555 01 02',
      loyaltyCard: '70001',
      email: 'secret@home.example',
      language: 'kk',
    },
  });
  const push = async (till: PushingTill, ...operations: Operation[]): Promise<void> => {
    const pushed = await till.push(operations);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const erase = (orderIds: string[] = []) =>
    eraseCustomer(shop.environment.store, idOf('dana'), async () => orderIds, AT);
  const known = async (name: string) =>
    (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'customer' && reference.value.id === idOf(name) ? [reference.value] : [],
    )[0];
  const everything = async () =>
    JSON.stringify([await shop.ledgers(), await shop.pull('references')]);

  test('is an id and a moment to the tills, and no text of a journal has more; others stay as they are', async () => {
    const sold = sale([line('TEA')]);
    await push(
      first,
      await first.write(written('dana')),
      await first.write({ ...sold, payload: { ...sold.payload, customerId: idOf('dana') } }),
      await first.write(written('berik')),
    );
    expect((await erase()).ok).toBe(true);
    expect(await known('dana')).toEqual({
      id: idOf('dana'),
      name: '',
      phone: '',
      loyaltyCard: null,
      saidAt: { name: null, phone: null, loyaltyCard: null },
      storeIds: [shop.storeId],
      erasedAt: AT,
    });
    expect(await known('berik')).toMatchObject({ name: 'The secret berik' });
    expect(await everything()).not.toContain('The secret dana');
    const { operations } = await shop.ledgers();
    expect(operations.map(({ text }) => text.includes('The secret berik'))).toEqual([
      false,
      false,
      true,
    ]);
    const [blank] = operations.map(({ text }) => parseEnvelope(text));
    const operation = blank?.ok ? parseOperation(blank.value) : null;
    expect(operation).toMatchObject({
      ok: true,
      value: { payload: { customerId: idOf('dana'), name: null, phone: null, loyaltyCard: null } },
    });
    const order = await shop.order(sold.payload.orderId);
    expect(order?.customer?.customerId).toBe(idOf('dana'));
  });

  test('P4: a till that tells again what it wrote down of them is acknowledged, and its journal goes on', async () => {
    const operation = await first.write(written('dana'));
    await push(first, operation);
    await erase();
    await push(first, operation, await first.write(sale()));
    const { operations, forks } = await shop.ledgers();
    expect([operations.length, forks.length]).toEqual([2, 0]);
    expect(await everything()).not.toContain('The secret dana');
    expect(await shop.openExceptions()).not.toContain('journal_forked');
  });

  test('S7: what a till without a network wrote down of them before or after comes to nothing', async () => {
    await push(first, await first.write(written('dana')));
    const offline = await second.write(written('dana'));
    await erase();
    await push(second, offline);
    expect(await known('dana')).toMatchObject({ name: '', phone: '', erasedAt: AT });
    expect(await everything()).not.toContain('The secret dana');
  });

  test('is not named by a return of their order either, and by one of another order whoever it names is', async () => {
    const [own, other] = [sale([line('TEA')]), sale([line('TEA')])];
    await push(first, await first.write(written('dana')));
    await push(first, await first.write(own), await first.write(other));
    for (const { payload } of [own, other]) {
      const order = await shop.order(payload.orderId);
      if (!order) throw new Error('it was sold');
      const back = returned(order);
      await push(
        first,
        await first.write({ ...back, payload: { ...back.payload, customer: 'The secret dana' } }),
      );
    }
    await erase([own.payload.orderId]);
    const { operations } = await shop.ledgers();
    expect(operations.map(({ text }) => text.includes('The secret dana'))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  describe('is not brought back by what is kept unapplied', () => {
    beforeEach(async () => push(first, await first.write(written('dana'))));

    /** Heard of after the erasure, and twice, as when an answer is lost. */
    const hear = async (till: PushingTill, late: Envelope, more = {}): Promise<void> => {
      await till.push([late], {}, more);
      await till.push([late], {}, more);
    };

    test('from a till that was revoked', async () => {
      const late = await second.write(written('dana'));
      await erase();
      await hear(second, late, { revoked: true });
      expect(await everything()).not.toContain('The secret dana');
      const { operations, forks } = await shop.ledgers();
      expect(operations.map(({ status }) => status)).toEqual(['applied', 'quarantined']);
      expect(forks).toEqual([]);
    });

    test('out of a chain that is broken', async () => {
      const late = await second.write(written('dana'));
      await erase();
      await hear(second, await reseal({ ...late, previousHash: 'a'.repeat(64) }));
      expect(await everything()).not.toContain('The secret dana');
      expect((await shop.ledgers()).forks).toEqual([]);
    });

    test('P4: beside a journal that has another operation in its place', async () => {
      await push(first, await first.write(sale()));
      first.rewind(1);
      const other = await first.write(written('dana'));
      await erase();
      await hear(first, other);
      expect(await everything()).not.toContain('The secret dana');
      const { forks } = await shop.ledgers();
      expect(forks.map(({ hash }) => hash)).toEqual([other.hash]);
    });

    test('where it was kept before the erasure', async () => {
      await hear(second, await second.write(written('dana')), { revoked: true });
      await erase();
      expect(await everything()).not.toContain('The secret dana');
    });
  });

  test('of whom nobody ever heard nothing is erased', async () => {
    expect(await erase()).toMatchObject({ ok: false, problem: { type: 'not_found' } });
  });
});
