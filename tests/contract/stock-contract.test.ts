import { beforeEach, describe, expect, test } from 'vitest';
import { announceDelivery } from '#server/ingest/announce-delivery.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

const time = (clock: string): string => `2026-01-02T${clock}.000Z`;

const counted = (count: number, expected: number, from: string, at = from): OperationContent => ({
  type: 'stock.counted',
  payload: {
    lines: [
      {
        id: '1',
        sku: 'TEA',
        counted: units(count),
        expected: units(expected),
        from: time(from),
        at: time(at),
      },
    ],
  },
});

const sent = (toStoreId: string, count: number, deliveryId: string): OperationContent => ({
  type: 'stock.transferSent',
  payload: { deliveryId, toStoreId, lines: [{ id: '1', sku: 'TEA', quantity: units(count) }] },
});

const arrived = (fromStoreId: string, count: number, deliveryId: string): OperationContent => ({
  type: 'stock.transferReceived',
  payload: {
    deliveryId,
    fromStoreId,
    lines: [{ id: '1', sku: 'TEA', quantity: units(count), expected: null }],
  },
});

const came = (deliveryId: string, count: number): OperationContent => ({
  type: 'stock.received',
  payload: {
    deliveryId,
    reference: 'D-1',
    lines: [{ id: '1', sku: 'TEA', quantity: units(count), expected: units(6) }],
  },
});

describe.each(storeKinds)('stock in a store on $name', ({ open }) => {
  const shops = openShops(open, 'S');
  let shop: Shop;
  let till: PushingTill;
  let other: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    other = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  const act = async (from: PushingTill, content: OperationContent, at: string): Promise<void> => {
    const written = await from.write(content, time(at));
    const pushed = await from.push([written]);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const stocktakes = async (): Promise<number[]> =>
    (await shop.ledgers()).movements
      .filter(({ kind }) => kind === 'stocktake')
      .map(({ quantity }) => quantity / 1000);

  test('S4 a count is taken against its moment, and later sales are not lost', async () => {
    await act(till, received('TEA', 10), '09:00:00');
    await act(other, sale([line('TEA', 2)]), '10:30:00');
    await act(till, counted(9, 10, '10:00:00'), '11:00:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    expect(await stocktakes()).toEqual([-1]);
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('S4 a sale of before the count that is heard of later gets a compensating line', async () => {
    await act(till, received('TEA', 10), '09:00:00');
    await act(till, counted(8, 10, '10:00:00'), '10:05:00');
    await act(other, sale([line('TEA', 2)]), '09:30:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 8, reserved: 0 });
    expect((await stocktakes()).toSorted((left, right) => left - right)).toEqual([-2, 2]);
    await other.push();
    expect(await shop.level('TEA')).toEqual({ onHand: 8, reserved: 0 });
    await act(other, sale([line('TEA', 1)]), '12:00:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
  });

  test('S4 an earlier count that is heard of later changes nothing any more', async () => {
    await act(till, counted(5, 0, '10:00:00'), '10:01:00');
    await act(other, counted(9, 0, '09:00:00'), '09:01:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 5, reserved: 0 });
    expect((await shop.pull('stock'))[0]?.count?.at).toBe(time('10:00:00'));
  });

  test('S4 what moved while it was counted is for a person, until it is counted again', async () => {
    await act(till, received('TEA', 10), '09:00:00');
    await act(till, counted(10, 10, '10:00:00', '10:10:00'), '10:11:00');
    await act(other, sale([line('TEA', 1)]), '10:05:00');
    expect(await shop.openExceptions()).toEqual(['count_uncertain']);
    const [exception] = await shop.pull('exceptions');
    expect(exception?.evidence).toEqual([till.operations[1]?.id, other.operations[0]?.id]);
    await act(till, counted(9, 10, '11:00:00'), '11:01:00');
    expect(await shop.openExceptions()).toEqual([]);
    expect(await shop.level('TEA')).toEqual({ onHand: 9, reserved: 0 });
  });

  test('S3 goods written off leave the books', async () => {
    await act(till, received('TEA', 10), '09:00:00');
    const lines = [
      { id: '1', sku: 'TEA', quantity: units(3), reason: 'expired' as const, note: '' },
    ];
    await act(till, { type: 'stock.writtenOff', payload: { lines } }, '09:10:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
  });

  test('S5 a transfer that came as it was sent is over; with a difference both stores see it', async () => {
    const far = await shops.next();
    const there = await createPushingTill(far.environment, far.storeId);
    await act(till, received('TEA', 10), '09:00:00');
    await act(till, sent(far.storeId, 4, `${shop.storeId}-T1`), '10:00:00');
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
    const onTheWay = (await far.pull('references')).find(({ type }) => type === 'delivery');
    expect(onTheWay).toMatchObject({
      value: { fromStoreId: shop.storeId, sent: [{ sku: 'TEA', quantity: 4000 }], receipts: [] },
    });
    await act(there, arrived(shop.storeId, 3, `${shop.storeId}-T1`), '12:00:00');
    expect(await far.level('TEA')).toEqual({ onHand: 3, reserved: 0 });
    expect(await shop.openExceptions()).toEqual(['delivery_differs']);
    expect(await far.openExceptions()).toEqual(['delivery_differs']);
    await act(there, arrived(shop.storeId, 1, `${shop.storeId}-T1`), '13:00:00');
    expect(await far.openExceptions()).toEqual([]);
    expect((await far.pull('references')).some(({ type }) => type === 'delivery')).toBe(false);
  });

  test('S5 goods that came before their sending was heard of are explained by it', async () => {
    const far = await shops.next();
    const there = await createPushingTill(far.environment, far.storeId);
    await act(there, arrived(shop.storeId, 4, `${shop.storeId}-T2`), '12:00:00');
    expect(await far.openExceptions()).toEqual(['delivery_differs']);
    await act(till, received('TEA', 10), '09:00:00');
    await act(till, sent(far.storeId, 4, `${shop.storeId}-T2`), '10:00:00');
    expect(await far.openExceptions()).toEqual([]);
    expect(await far.level('TEA')).toEqual({ onHand: 4, reserved: 0 });
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
  });

  test('S5 what a supplier was to bring is expected in its store until it came', async () => {
    const id = `${shop.storeId}-D1`;
    await announceDelivery(shop.environment, {
      id,
      toStoreId: shop.storeId,
      supplier: 'Tea House',
      reference: 'D-1',
      sentAt: time('08:00:00'),
      lines: [{ sku: 'TEA', quantity: units(6) }],
    });
    expect(await shop.pull('references')).toContainEqual(
      expect.objectContaining({ type: 'delivery' }),
    );
    await act(till, came(id, 5), '09:00:00');
    expect(await shop.openExceptions()).toEqual(['delivery_differs']);
    await till.push();
    expect(await shop.level('TEA')).toEqual({ onHand: 5, reserved: 0 });
    await act(other, came(id, 1), '09:30:00');
    expect(await shop.openExceptions()).toEqual([]);
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
  });
});
