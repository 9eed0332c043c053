import { beforeEach, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { received, sale } from './shop.ts';

type Facts = 'fiscal.registered' | 'fiscal.failed';
type PayloadOf<Type extends Facts> = Extract<OperationContent, { type: Type }>['payload'];

describe.each(storeKinds)('J8 fiscal facts on $name', ({ open }) => {
  const shops = openShops(open, 'F');
  let shop: Shop;
  let till: PushingTill;
  let sold: Operation;
  let orderId: string;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    await till.write(received('TEA', 10));
    const content = sale();
    ({ orderId } = content.payload);
    sold = await till.write(content);
    await till.push();
  });

  const subject = (operation = sold, order: string | null = orderId) => ({
    documentId: `${operation.id}-sale`,
    operationId: operation.id,
    kind: 'sale' as const,
    orderId: order,
    currency: 'KZT' as const,
    total: minor(10_000),
    driver: 'simulated' as const,
  });
  const proof = { number: 'N-1', sign: 'S', code: 'https://check.test/1', mode: 'online' } as const;

  const registered = (more: Partial<PayloadOf<'fiscal.registered'>> = {}): OperationContent => ({
    type: 'fiscal.registered',
    payload: { ...subject(), ...proof, ...more },
  });
  const failed = (more: Partial<PayloadOf<'fiscal.failed'>> = {}): OperationContent => ({
    type: 'fiscal.failed',
    payload: { ...subject(), reason: 'device_missing', detail: '', ...more },
  });
  const write = async (...contents: readonly OperationContent[]): Promise<Operation[]> => {
    const written: Operation[] = [];
    for (const content of contents) written.push(await till.write(content));
    await till.push();
    return written;
  };

  test('a number becomes part of its order, once, and comes down with it', async () => {
    await write(registered(), registered({ number: 'N-2' }));
    const order = await shop.order(orderId);
    expect(order?.fiscal).toMatchObject([{ ...proof, operationId: sold.id, kind: 'sale' }]);
    expect((await shop.pull('orders'))[0]).toEqual(order);
    expect(await shop.openExceptions()).toEqual([]);
    const { money, saleLines, movements } = await shop.ledgers();
    expect([money.length, saleLines.length, movements.length]).toEqual([1, 1, 2]);
  });

  test('a paper without a number is an exception of the store’s manager until it is registered', async () => {
    const [told] = await write(failed());
    expect(await shop.pull('exceptions')).toMatchObject([
      {
        id: `fiscal_unregistered:${sold.id}-sale`,
        subject: { type: 'operation', id: sold.id },
        evidence: [sold.id, told?.id],
        amount: 10_000,
        owner: 'store_manager',
        state: 'open',
      },
    ]);
    await write(registered());
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('S5 a failure that is heard of after its registration opens nothing', async () => {
    await write(registered());
    await write(failed());
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('what a device refused for good stays an exception, and what was sent on closes none', async () => {
    await write(failed({ reason: 'refused', detail: 'code 13' }));
    await write({
      type: 'fiscal.sent',
      payload: { driver: 'simulated', documentIds: [`${sold.id}-sale`] },
    });
    expect(await shop.openExceptions()).toEqual(['fiscal_unregistered']);
  });

  test('S5 a number that comes before its sale waits for it, and what has no order is taken as well', async () => {
    const late = sale();
    const early = { documentId: 'X-1_1.0000000001-sale', orderId: late.payload.orderId };
    await write(registered(early), late, failed({ ...subject(sold, null) }));
    const order = await shop.order(late.payload.orderId);
    expect(order).toMatchObject({ provisional: false, fiscal: [{ number: 'N-1' }] });
    expect(await shop.openExceptions()).toEqual(['fiscal_unregistered']);
  });
});
