import { beforeEach, describe, expect, test } from 'vitest';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { decideHandOver, dueForGoods } from '#shared/domain/pickup/decide.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, placement, returned, sale } from './shop.ts';

describe.each(storeKinds)('loyalty points on $name', ({ open }) => {
  const shops = openShops(open, 'L');
  let shop: Shop;
  let first: PushingTill;
  let second: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    first = await createPushingTill(shop.environment, shop.storeId);
    second = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  /** The shops share a database: a customer's id is of one shop. */
  const dana = () => `${shop.storeId}-dana`;

  /** Pieces at 100.00, of which points paid so much as a tender: a point is 1.00. */
  const content = (pieces: number, points: { readonly earned: number; readonly spent: number }) => {
    const { type, payload } = sale([line('TEA', pieces)]);
    const [cash] = payload.payments;
    if (!cash) throw new Error('a payment was expected');
    const byPoints = minor(points.spent * 100);
    const amount = minor(cash.amount - byPoints);
    const part = { ...cash, id: `${cash.id}-p`, tender: 'points' as const };
    const payments = [
      ...(points.spent > 0 ? [{ ...part, amount: byPoints, tendered: byPoints }] : []),
      { ...cash, amount, tendered: amount },
    ];
    const told = { ...points, known: null };
    return { type, payload: { ...payload, customerId: dana(), payments, points: told } };
  };
  const push = async (till: PushingTill, ...operations: Operation[]): Promise<void> => {
    const pushed = await till.push(operations);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const orderOf = (operation: Operation): Order => {
    const order = applyToOrder(null, operation);
    if (!order) throw new Error('an order was expected');
    return order;
  };
  const balance = async (): Promise<number | undefined> =>
    (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'customer' && reference.value.id === dana()
        ? [reference.value.points?.balance]
        : [],
    )[0];
  const overdrawn = async () =>
    (await shop.pull('exceptions')).find(({ id }) => id === `points_overdrawn:${dana()}`);

  test('are on the ledger once, however often their sale is told', async () => {
    const earning = await first.write(content(2, { earned: 10, spent: 0 }));
    await push(first, earning);
    await push(first, earning);
    await push(first, await first.write(content(1, { earned: 4, spent: 8 })));
    expect(await balance()).toBe(6);
    const { points } = await shop.ledgers();
    expect(points).toMatchObject([
      { customerId: dana(), earned: 10, spent: 0, value: 0 },
      { customerId: dana(), earned: 4, spent: 8, value: 800 },
    ]);
    expect(await overdrawn()).toBeUndefined();
  });

  test('R12 a return takes back what was earned and restores what was spent', async () => {
    await push(first, await first.write(content(4, { earned: 30, spent: 0 })));
    const selling = await first.write(content(2, { earned: 9, spent: 20 }));
    await push(first, selling);
    const back = returned(orderOf(selling), 1);
    const [refund] = back.payload.refunds;
    if (!refund) throw new Error('a refund was expected');
    const refunds = [
      { ...refund, tender: 'points' as const, amount: minor(2000) },
      { ...refund, id: `${refund.id}-2`, tender: 'cash' as const, amount: minor(8000) },
    ];
    const giving = await first.write({ ...back, payload: { ...back.payload, refunds } });
    await push(first, giving);
    await push(first, giving);
    expect(await balance()).toBe(30 + 9 - 20 - 4 + 20);
  });

  /** An order of Dana's is placed by a channel that named her loyalty card. */
  const ordered = (pieces: number, id: string) => {
    const placing = placement(shop.storeId, [line('TEA', pieces)]);
    const customer = { customerId: null, name: 'Dana', phone: '', accountId: dana() };
    return placeWebOrder(shop.environment, { ...placing, id: `${shop.storeId}-${id}`, customer });
  };
  const rule = {
    perHundred: 5,
    worth: 100,
    smallestSpend: 1,
    asTender: false,
    offlineLimit: null,
  };
  const openParts = (order: Order, pieces: number | null) =>
    linesToHandOver(order).map((open) =>
      pieces === null ? open : { ...open, quantity: units(pieces) },
    );
  const collected = (order: Order, points: number, pieces: number | null = null) => {
    const parts =
      pieces === null ? null : [{ lineId: order.lines[0]?.id ?? '', quantity: units(pieces) }];
    const due = dueForGoods(order, openParts(order, pieces));
    const part = (tender: 'points' | 'cash', tendered: number) => ({
      id: `${order.id}-${tender}-${order.payments.length}`,
      tender,
      tendered: minor(tendered),
      reference: null,
    });
    const payload = decideHandOver(order, {
      parts,
      offers: [
        ...(points > 0 ? [part('points', points * 100)] : []),
        ...(due > points * 100 ? [part('cash', due - points * 100)] : []),
      ],
      proof: { type: 'code' },
      collectedBy: null,
      points: { customerId: dana(), rule, known: null },
      cashIncrement: 1,
      at: AT,
    });
    if (!payload.ok) throw new Error(payload.problem.type);
    return { type: 'pickup.handedOver' as const, payload: payload.value };
  };

  test('R12 R13 a web order earns and spends when it is handed over, once, and its return undoes both', async () => {
    await push(first, await first.write(content(4, { earned: 30, spent: 0 })));
    const { order } = await ordered(2, 'w');
    const giving = await first.write(collected(order, 20));
    await push(first, giving);
    await push(first, giving);
    expect(await balance()).toBe(30 - 20 + 9);
    const known = await shop.order(order.id);
    if (!known) throw new Error('an order was expected');
    expect(known.totals.total).toBe(order.totals.total);
    const back = returned(known, 1);
    const [refund] = back.payload.refunds;
    if (!refund) throw new Error('a refund was expected');
    const refunds = [
      { ...refund, tender: 'points' as const, amount: minor(2000) },
      { ...refund, id: `${refund.id}-2`, tender: 'cash' as const, amount: minor(8000) },
    ];
    await push(second, await second.write({ ...back, payload: { ...back.payload, refunds } }));
    expect(await balance()).toBe(30 - 20 + 9 - 4 + 20);
    const { points } = await shop.ledgers();
    expect(points.filter(({ orderId }) => orderId === order.id)).toMatchObject([
      { customerId: dana(), earned: 9, spent: 20, value: 2000 },
      { customerId: dana(), takenBack: 4, restored: 20, value: 0 },
    ]);
    expect(await shop.openExceptions()).not.toContain('price_mismatch');
  });

  test('R12 what came back between two collections stays as it was told, whatever earns after it, and the ledger says so', async () => {
    await push(first, await first.write(content(4, { earned: 100, spent: 0 })));
    const { order } = await ordered(2, 'b');
    const known = async () => {
      const now = await shop.order(order.id);
      if (!now) throw new Error('an order was expected');
      return now;
    };
    await push(first, await first.write(collected(order, 0, 1)));
    const back = returned(await known(), 1);
    expect(back.payload.points).toEqual({ customerId: dana(), takenBack: 5, restored: 0 });
    await push(second, await second.write(back));
    await push(first, await first.write(collected(await known(), 100)));
    const { points } = await shop.ledgers();
    expect(points.filter(({ orderId }) => orderId === order.id)).toMatchObject([
      { earned: 5, takenBack: 0, spent: 0, restored: 0 },
      { earned: 0, takenBack: 0, spent: 100, restored: 0 },
      { earned: 0, takenBack: 5, spent: 0, restored: 0 },
    ]);
    expect(await balance()).toBe(0);
    expect((await known()).returns).toMatchObject([{ pointsTakenBack: 5 }]);
  });

  test('a customer comes down to the store that their order is placed in', async () => {
    const { storeId: elsewhere } = await shops.next();
    const saved = { customerId: dana(), name: 'Dana', phone: '', loyaltyCard: null };
    const far = await createPushingTill(shop.environment, elsewhere);
    await push(far, await far.write({ type: 'customer.saved', payload: saved }));
    expect(await balance()).toBeUndefined();
    const names = async () =>
      (await shop.pull('references')).flatMap((one) =>
        one.type === 'customer' ? [one.value.name] : [],
      );
    expect(await names()).toEqual([]);
    await ordered(1, 'x');
    expect(await names()).toEqual(['Dana']);
  });

  test('S5 a return that comes before its sale comes to the same, whatever its till knew of points', async () => {
    const selling = await first.write(content(2, { earned: 9, spent: 0 }));
    const { points: _, ...told } = returned(orderOf(selling), 1).payload;
    const giving = await second.write({ type: 'return.completed', payload: told });
    await push(second, giving);
    expect(await balance()).toBeUndefined();
    await push(first, selling);
    expect(await balance()).toBe(9 - 4);
  });

  test('S8 spent at two tills that were cut off from each other, the manager sees what is missing', async () => {
    await push(first, await first.write(content(4, { earned: 30, spent: 0 })));
    await push(first, await first.write(content(1, { earned: 0, spent: 30 })));
    await push(second, await second.write(content(1, { earned: 0, spent: 20 })));
    expect(await balance()).toBe(-20);
    expect(await overdrawn()).toMatchObject({
      state: 'open',
      subject: { type: 'customer', id: dana() },
      owner: 'store_manager',
      amount: 2000,
    });
    await push(second, await second.write(content(4, { earned: 25, spent: 0 })));
    expect(await overdrawn()).toMatchObject({ state: 'closed', resolution: null });
  });
});
