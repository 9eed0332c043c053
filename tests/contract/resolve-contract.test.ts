import { beforeEach, describe, expect, test } from 'vitest';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { resolveException } from '#server/ingest/resolve-exception.ts';
import type { Exception, ExceptionResolution } from '#shared/domain/exception/schema.ts';
import { paidBy } from '#shared/domain/order/balance.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, NOW, type PushingTill } from './pushing-till.ts';
import { handedOver, line, placement, received, returned, sale } from './shop.ts';

const resolved = (
  exceptionId: string,
  action: ExceptionResolution['action'],
): OperationContent => ({
  type: 'exception.resolved',
  payload: { exceptionId, action, note: 'counted' },
});

const byOffice = { by: 'Olga', note: '' } as const;

describe.each(storeKinds)('what settles an exception on $name', ({ open }) => {
  const shops = openShops(open, 'R');
  let shop: Shop;
  let till: PushingTill;
  let other: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    other = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  const exceptions = (): Promise<Exception[]> => shop.pull('exceptions');
  const push = async (from: PushingTill, content: OperationContent): Promise<Operation> => {
    const written = await from.write(content);
    const pushed = await from.push([written]);
    if (!pushed.ok) throw new Error(pushed.problem.type);
    return written;
  };
  const belowZero = () => `below_zero:${shop.storeId}:BUN`;

  test('S6 the first resolution has, a second changes nothing, one about nothing is kept', async () => {
    await push(till, sale([line('BUN', 2)]));
    await push(till, resolved(belowZero(), 'correct_stock'));
    await push(other, resolved(belowZero(), 'accept'));
    await push(other, resolved('below_zero:nowhere:X', 'accept'));
    expect(await exceptions()).toMatchObject([
      {
        state: 'closed',
        closedAt: AT,
        resolution: { action: 'correct_stock', by: 'aigerim', at: AT, note: 'counted' },
      },
    ]);
    const { operations } = await shop.ledgers();
    expect(operations.map(({ status }) => status)).toEqual(Array(4).fill('applied'));
  });

  test('S6 head office and a till at once: one has', async () => {
    await push(till, sale([line('BUN', 2)]));
    const both = await Promise.all(
      (['accept', 'accept'] as const).map((action) =>
        resolveException(shop.environment, belowZero(), { action, ...byOffice }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await push(till, resolved(belowZero(), 'correct_stock'));
    expect(await exceptions()).toMatchObject([{ resolution: { action: 'accept', by: 'Olga' } }]);
  });

  test('S6 an action that does not settle this kind, a kind of head office, and a stranger settle nothing', async () => {
    const wrong = sale([line('CAKE')]);
    await push(till, { ...wrong, payload: { ...wrong.payload, payments: [] } });
    await push(till, sale([line('BUN', 2)]));
    const ids = (await exceptions()).map(({ id }) => id);
    for (const id of ids) await push(till, resolved(id, 'charge_again'));
    await push(till, resolved(`price_mismatch:${till.operations[0]?.id}`, 'accept'));
    const elsewhere = await shops.next();
    const far = await createPushingTill(elsewhere.environment, elsewhere.storeId);
    await push(far, resolved(belowZero(), 'accept'));
    expect(new Set((await exceptions()).map(({ state }) => state))).toEqual(new Set(['open']));
  });

  test('S5 S6 what was settled opens anew when its evidence changes, or when it goes and comes back', async () => {
    await push(till, sale([line('BUN', 2)]));
    await push(till, resolved(belowZero(), 'accept'));
    await push(till, sale([line('BUN', 1)]));
    expect((await exceptions())[0]).toMatchObject({ state: 'closed' });
    await push(till, received('BUN', 3));
    expect((await exceptions())[0]).toMatchObject({
      state: 'closed',
      resolution: { action: 'accept' },
    });
    await push(till, sale([line('BUN', 1)]));
    expect(await exceptions()).toMatchObject([{ state: 'open', resolution: null, closedAt: null }]);

    const order = applyToOrder(null, await push(other, sale([line('TEA')])));
    if (!order) throw new Error('an order was expected');
    for (const busy of [till, other]) await push(busy, returned(order));
    const overRefund = `over_refund:${order.id}`;
    await push(till, resolved(overRefund, 'accept_loss'));
    await push(till, returned(order));
    expect(await exceptions()).toContainEqual(
      expect.objectContaining({ id: overRefund, state: 'open', resolution: null, amount: 20_000 }),
    );
  });

  test('R16 S6 a refund from head office is asked of the channel’s provider, and settles what it covers', async () => {
    const placing = placement(shop.storeId, [line('TEA')], true);
    const { order } = await placeWebOrder(shop.environment, placing);
    const unpaid = { ...order, payments: [] };
    await push(till, received('TEA', 5));
    await push(till, handedOver(unpaid, 10_000));
    const id = `overpaid:${order.id}`;
    expect(await shop.openExceptions()).toEqual(['overpaid']);
    const done = await resolveException(shop.environment, id, { action: 'refund', ...byOffice });
    expect(done).toMatchObject({
      ok: true,
      value: { state: 'closed', closedAt: NOW, resolution: { action: 'refund', by: 'Olga' } },
    });
    const held = await shop.order(order.id);
    expect(held?.refunds).toMatchObject([{ tender: 'online', amount: 10_000, state: 'pending' }]);
    expect(held && paidBy(held, 'online')).toBe(0);
    const { money } = await shop.ledgers();
    expect(money.map(({ tender, amount }) => [tender, amount])).toContainEqual(['online', -10_000]);
    expect(await shop.openExceptions()).toEqual([]);
    const again = await resolveException(shop.environment, id, { action: 'refund', ...byOffice });
    expect(again).toEqual({ ok: false, problem: { type: 'already_resolved' } });
  });

  test('S6 head office does not do what only a till can', async () => {
    await push(till, sale([line('BUN', 2)]));
    const action = 'correct_stock' as const;
    const done = await resolveException(shop.environment, belowZero(), { action, ...byOffice });
    expect(done).toEqual({ ok: false, problem: { type: 'action_not_offered' } });
    expect(await shop.openExceptions()).toEqual(['below_zero']);
  });
});
