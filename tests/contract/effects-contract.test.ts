import { beforeEach, describe, expect, test } from 'vitest';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { HandOverProof, SoldPart } from '#shared/domain/pickup/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, type PushingTill } from './pushing-till.ts';
import { handedOver, line, placement, received, returned, sale } from './shop.ts';

describe.each(storeKinds)('what facts make on $name', ({ open }) => {
  const shops = openShops(open, 'T');
  let shop: Shop;
  let till: PushingTill;
  let other: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    other = await createPushingTill(shop.environment, shop.storeId, 2);
    const delivery = await createPushingTill(shop.environment, shop.storeId, 9);
    await delivery.write(received('TEA', 10));
    await delivery.push();
  });

  const place = async (lines: Parameters<typeof placement>[1], paid = false) =>
    (await placeWebOrder(shop.environment, placement(shop.storeId, lines, paid))).order;

  const cancel = (orderId: string) =>
    takeChannelAct(shop.environment, orderId, { type: 'cancel' }, { actId: 'c', happenedAt: null });

  test('S3 an order reserves once, however often it is placed', async () => {
    const placing = placement(shop.storeId, [line('TEA', 3)], true);
    const first = await placeWebOrder(shop.environment, placing);
    const again = await placeWebOrder(shop.environment, { ...placing, number: 'W-2' });
    expect([first.placed, again]).toEqual([true, { order: first.order, placed: false }]);
    expect(await shop.level('TEA')).toEqual({ onHand: 10, reserved: 3 });
    const { reservations, money, saleLines } = await shop.ledgers();
    expect(reservations).toMatchObject([{ orderId: placing.id, quantity: 3000 }]);
    expect(money).toMatchObject([{ tender: 'online', amount: 30_000 }]);
    expect(saleLines).toEqual([]);
    expect(await shop.pull('orders')).toEqual([first.order]);
  });

  test('S3 a hand-over releases what was reserved, and is the sale', async () => {
    const order = await place([line('TEA', 3)]);
    const act = await till.write(handedOver(order, 30_000));
    await till.push();
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    const { reservations, money, saleLines, movements } = await shop.ledgers();
    expect(reservations).toEqual([]);
    expect(money).toMatchObject([{ operationId: act.id, tender: 'card', amount: 30_000 }]);
    expect(saleLines).toMatchObject([{ channel: 'web', quantity: 3000, total: 30_000 }]);
    expect(movements).toContainEqual(
      expect.objectContaining({ operationId: act.id, kind: 'pickup', quantity: -3000 }),
    );
    const held = await shop.order(order.id);
    expect(held).toEqual(applyToOrder(order, act));
    expect(held?.pickup).toMatchObject({ state: 'completed', pickedUpAt: AT });
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('S3 S5 a cancellation and a hand-over come to the same, whichever is heard of first', async () => {
    const first = await place([line('TEA', 2)], true);
    const second = await place([line('TEA', 2)], true);
    await till.write(handedOver(first, 0));
    await till.write(handedOver(second, 0));
    await cancel(first.id);
    expect(await shop.level('TEA')).toEqual({ onHand: 10, reserved: 2 });
    await till.push();
    expect(await cancel(second.id)).toEqual({ ok: false, problem: { type: 'order_closed' } });
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
    expect((await shop.ledgers()).reservations).toEqual([]);
    expect((await shop.order(first.id))?.pickup?.state).toBe('completed');
    expect(await shop.openExceptions()).toEqual(['collected_after_cancellation']);
  });

  test('S3 an order canceled twice frees its goods once', async () => {
    const order = await place([line('TEA', 2)]);
    await cancel(order.id);
    const held = await shop.order(order.id);
    expect(await cancel(order.id)).toEqual({ ok: true, value: held });
    expect(await shop.level('TEA')).toEqual({ onHand: 10, reserved: 0 });
    expect(await cancel('nowhere')).toEqual({ ok: false, problem: { type: 'not_found' } });
  });

  test('S5 S8 an order handed over at two tills that were cut off is an exception', async () => {
    const order = await place([line('TEA', 2)], true);
    for (const busy of [till, other]) {
      await busy.write(handedOver(order, 0));
      await busy.push();
    }
    expect(await shop.openExceptions()).toEqual(['handed_over_twice']);
    expect(await shop.level('TEA')).toEqual({ onHand: 6, reserved: 0 });
    const { saleLines } = await shop.ledgers();
    expect(saleLines.map(({ quantity }) => quantity)).toEqual([2000]);
    const held = await shop.order(order.id);
    expect(held?.pickup?.handOvers.map(({ tillId }) => tillId)).toEqual([
      till.tillId,
      other.tillId,
    ]);
    expect(held?.seen).toEqual({ [till.journalId]: 1, [other.journalId]: 1 });
  });

  /** An order as a till has it that the server has not heard of: placed in another shop. */
  const placedElsewhere = async () => {
    const placing = placement(shop.storeId, [line('TEA', 3)], true);
    const elsewhere = await shops.next();
    const copy = { ...placing, id: `${placing.id}-copy`, storeId: elsewhere.storeId };
    const { order } = await placeWebOrder(elsewhere.environment, copy);
    return { placing, order: { ...order, id: placing.id } };
  };

  test('S5 an order handed over before the server knows it is sold when it is placed', async () => {
    const { placing, order } = await placedElsewhere();
    const act = await till.write(handedOver(order, 0));
    await till.push();
    expect(await shop.openExceptions()).toEqual(['unknown_order']);
    expect((await shop.ledgers()).saleLines).toEqual([]);
    await placeWebOrder(shop.environment, placing);
    expect(await shop.openExceptions()).toEqual([]);
    expect(await shop.level('TEA')).toEqual({ onHand: 7, reserved: 0 });
    const { saleLines, reservations } = await shop.ledgers();
    expect(saleLines).toMatchObject([{ operationId: act.id, total: 30_000, channel: 'web' }]);
    expect(reservations).toEqual([]);
    expect((await shop.order(placing.id))?.pickup?.state).toBe('completed');
  });

  test('S5 a return that comes before its sale is an exception until the sale comes', async () => {
    const sold = await till.write(sale([line('TEA', 2)]));
    const order = applyToOrder(null, sold);
    if (!order) throw new Error('an order was expected');
    const back = await other.write(returned(order));
    await other.push();
    expect(await shop.openExceptions()).toEqual(['unknown_order']);
    await till.push();
    expect(await shop.openExceptions()).toEqual([]);
    const held = await shop.order(order.id);
    expect(held).toEqual({
      ...applyToOrder(order, back),
      seen: { [till.journalId]: 1, [other.journalId]: 1 },
    });
    expect(await shop.level('TEA')).toEqual({ onHand: 9, reserved: 0 });
    const { saleLines, money } = await shop.ledgers();
    expect(saleLines.map(({ total }) => total)).toEqual([20_000, -10_000]);
    expect(money.map(({ amount }) => amount)).toEqual([20_000, -10_000]);
  });

  test('S5 goods returned twice over are an exception', async () => {
    const sold = await till.write(sale([line('TEA')]));
    const order = applyToOrder(null, sold);
    if (!order) throw new Error('an order was expected');
    await till.push();
    for (const busy of [till, other]) {
      const back = await busy.write(returned(order));
      await busy.push([back]);
    }
    expect((await shop.openExceptions()).toSorted()).toEqual(['over_refund']);
  });

  test('S5 stock below zero is an exception until the delivery is heard of', async () => {
    await till.write(sale([line('BUN', 4)]));
    await till.push();
    expect(await shop.openExceptions()).toEqual(['below_zero']);
    await other.write(received('BUN', 3));
    await other.write(received('BUN', 1));
    await other.push(other.operations.slice(0, 1));
    expect(await shop.openExceptions()).toEqual(['below_zero']);
    await other.push(other.operations.slice(1));
    expect(await shop.openExceptions()).toEqual([]);
    expect(await shop.pull('exceptions')).toMatchObject([{ state: 'closed', kind: 'below_zero' }]);
  });

  test('S1 an order that another store took back is seen in both', async () => {
    const sold = await till.write(sale([line('TEA')]));
    await till.push();
    const order = applyToOrder(null, sold);
    if (!order) throw new Error('an order was expected');
    const elsewhere = await shops.next();
    const far = await createPushingTill(elsewhere.environment, elsewhere.storeId);
    await far.write(returned(order));
    await far.push();
    const held = await shop.order(order.id);
    expect(held?.returns.length).toBe(1);
    expect(await shop.pull('orders')).toEqual([held]);
    expect(await elsewhere.pull('orders')).toEqual([held]);
    expect(await elsewhere.level('TEA')).toEqual({ onHand: 1, reserved: 0 });
    expect(await shop.level('TEA')).toEqual({ onHand: 9, reserved: 0 });
  });

  test('R11 a wrong computation keeps its amounts and is an exception that says where', async () => {
    const wrong = sale([line('TEA', 2)]);
    const [sold] = wrong.payload.lines;
    if (!sold) throw new Error('a line was expected');
    const lines = [{ ...sold, gross: sold.unitPrice }];
    const operation = await till.write({ ...wrong, payload: { ...wrong.payload, lines } });
    await till.push();
    expect(await shop.pull('exceptions')).toMatchObject([
      {
        kind: 'price_mismatch',
        subject: { type: 'operation', id: operation.id },
        evidence: [
          `${operation.id}/lines/0/gross`,
          `${operation.id}/lines/0/net`,
          `${operation.id}/totals/gross`,
          `${operation.id}/totals/discount`,
        ],
      },
    ]);
    expect((await shop.ledgers()).money).toMatchObject([{ amount: 20_000 }]);
  });

  const soldTea = async (): Promise<Order> => {
    const sold = sale([line('TEA', 2)]);
    await till.write(sold);
    await till.push();
    const order = await shop.order(sold.payload.orderId);
    if (!order) throw new Error('an order was expected');
    return order;
  };

  test('R12 R11 goods that are given back for more than they were sold for are an exception that says where', async () => {
    const order = await soldTea();
    const right = returned(order, 1);
    const dear = {
      ...right.payload,
      total: minor(15_000),
      lines: right.payload.lines.map((one) => ({ ...one, total: minor(15_000) })),
      refunds: right.payload.refunds.map((one) => ({ ...one, amount: minor(15_000) })),
    };
    const operation = await till.write({ type: 'return.completed', payload: dear });
    await till.push();
    expect(await shop.pull('exceptions')).toMatchObject([
      { kind: 'price_mismatch', evidence: [`${operation.id}/returned/lines/0/total`] },
    ]);
  });

  test('R2 a sale that is not wholly paid is an exception', async () => {
    const short = sale([line('TEA')]);
    await till.write({ ...short, payload: { ...short.payload, payments: [] } });
    await till.push();
    expect(await shop.openExceptions()).toEqual(['price_mismatch']);
  });

  test('R1 goods that are given away as a rounding are an exception, whoever takes the money', async () => {
    const given = sale([line('TEA')]);
    const rounding = minor(0 - given.payload.totals.total);
    const totals = { ...given.payload.totals, rounding };
    const sold = await till.write({
      ...given,
      payload: { ...given.payload, totals, payments: [] },
    });
    const order = await place([line('TEA')]);
    const whole = handedOver(order, 10_000);
    const handed = await till.write({
      ...whole,
      payload: { ...whole.payload, rounding: minor(-10_000), payments: [] },
    });
    await till.push();
    const found = (await shop.pull('exceptions')) as { kind: string; evidence: string[] }[];
    expect(
      found.filter(({ kind }) => kind === 'price_mismatch').flatMap(({ evidence }) => evidence),
    ).toEqual([`${sold.id}/rounding`, `${handed.id}/rounding`]);
  });

  test('R11 R3 a hand-over that says it sold for less than its order asks is an exception; one of an earlier build says nothing', async () => {
    const [first, second] = [await place([line('TEA')]), await place([line('TEA')])];
    const less = handedOver(first, 10_000);
    const sold = (less.payload.sold ?? []).map((part) => ({ ...part, total: minor(100) }));
    const handed = await till.write({ ...less, payload: { ...less.payload, sold } });
    const { sold: _, ...earlier } = handedOver(second, 10_000).payload;
    await till.write({ type: 'pickup.handedOver', payload: earlier });
    await till.push();
    expect(await shop.pull('exceptions')).toMatchObject([
      { kind: 'price_mismatch', evidence: [`${handed.id}/sold/0/total`] },
    ]);
  });

  const BY_CODE = { type: 'code' } as const;
  const SHOWN = { type: 'document', name: 'Passport' } as const;

  test.each([
    ['is known', false],
    ['comes later', true],
  ])(
    'R11 R20 what a hand-over sold is compared with its order where that %s; its taxes where nobody came with a code, from which alone the till may have it',
    async (_, isLate) => {
      /** Goods leave, and the till says this of what they are sold for. */
      const leave = async (proof: HandOverProof, said: Partial<SoldPart>): Promise<string> => {
        const { placing, order } = await placedElsewhere();
        if (!isLate) await placeWebOrder(shop.environment, placing);
        const { payload } = handedOver(order, 0);
        const sold = (payload.sold ?? []).map((part) => ({ ...part, ...said }));
        const told = { ...payload, sold, proof };
        const { id } = await till.write({ type: 'pickup.handedOver', payload: told });
        await till.push();
        if (isLate) await placeWebOrder(shop.environment, placing);
        return id;
      };
      const untaxed = { taxRate: 0, tax: minor(0) };
      await leave(SHOWN, {});
      const shown = await leave(SHOWN, untaxed);
      await leave(BY_CODE, untaxed);
      const less = await leave(BY_CODE, { ...untaxed, total: minor(100) });
      const found = (await shop.pull('exceptions')).filter(({ kind }) => kind === 'price_mismatch');
      expect(found.map(({ state, evidence }) => [state, ...evidence])).toEqual([
        ['open', `${shown}/sold/0/tax`, `${shown}/sold/0/taxRate`],
        ['open', `${less}/sold/0/total`],
      ]);
    },
  );

  test('J3 S5 card money given back without a return is an exception until the return comes, whichever is heard of first', async () => {
    const order = await soldTea();
    const back = returned(order, 1);
    const refunds = back.payload.refunds.map((one) => ({ ...one, tender: 'card' as const }));
    const [refund] = refunds;
    if (!refund) throw new Error('a refund was expected');
    const { tender, amount } = refund;
    const told = { refundId: refund.id, orderId: order.id, tender, amount };
    const resolved: OperationContent = {
      type: 'refund.resolved',
      payload: { ...told, outcome: 'refunded', reference: null },
    };
    await till.write(resolved);
    await till.push();
    expect(await shop.openExceptions()).toEqual(['refund_without_return']);
    // Which one it is comes down to the tills of the store, so that none of them gives it again.
    expect(await shop.pull('exceptions')).toMatchObject([{ refund: told }]);
    await till.write({ ...back, payload: { ...back.payload, refunds } });
    await till.push();
    expect(await shop.openExceptions()).not.toContain('refund_without_return');
    await till.write(resolved);
    await till.push();
    expect(await shop.openExceptions()).not.toContain('refund_without_return');
  });

  test('J3 S5 card money without a sale is an exception until the sale comes, whichever is heard of first', async () => {
    const sold = sale([line('TEA')]);
    const { orderId } = sold.payload;
    const [payment] = sold.payload.payments;
    if (!payment) throw new Error('a payment was expected');
    const card = { ...payment, tender: 'card' as const };
    const carrying = { ...sold, payload: { ...sold.payload, payments: [card] } };
    const resolved = (outcome: 'approved' | 'declined'): OperationContent => ({
      type: 'payment.resolved',
      payload: { paymentId: card.id, orderId, outcome, reference: null },
    });
    await till.write(resolved('declined'));
    await till.push();
    expect(await shop.openExceptions()).toEqual([]);

    const given = await till.write(resolved('approved'));
    await till.push();
    expect(await shop.pull('exceptions')).toMatchObject([
      {
        id: `payment_without_sale:${card.id}`,
        subject: { type: 'operation', id: given.id },
        evidence: [given.id],
        owner: 'store_manager',
        state: 'open',
      },
    ]);
    await till.write(carrying);
    await till.push();
    expect(await shop.openExceptions()).toEqual([]);
    await till.write(resolved('approved'));
    await till.push();
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('J7 what happened is dated by the clock corrected', async () => {
    await till.write(sale(), '2026-01-02T10:59:50.000Z', 10_000);
    await till.push();
    const { saleLines, money, movements } = await shop.ledgers();
    const own = movements.filter(({ kind }) => kind === 'sale');
    expect([...saleLines, ...money, ...own].map(({ at }) => at)).toEqual([AT, AT, AT]);
    expect((await shop.pull('orders'))[0]?.placedAt).toBe(AT);
  });

  test('a sale of a product and of a store that have no settings is a sale all the same', async () => {
    const stranger = await createPushingTill(shop.environment, `${shop.storeId}y`);
    await stranger.write(sale([line('NEVER-HEARD-OF')]));
    const reply = await stranger.push();
    expect(reply.ok && reply.value.head.seq).toBe(1);
    const { operations } = await shops.opened().contents(stranger.storeId);
    expect(operations.map(({ status }) => status)).toEqual(['applied']);
  });

  test('a sale that comes again under another operation is quarantined, not counted twice', async () => {
    const sold = sale([line('TEA', 2)]);
    await till.write(sold);
    await till.push();
    await other.write(sold);
    await other.push();
    expect(await shop.level('TEA')).toEqual({ onHand: 8, reserved: 0 });
    expect(await shop.pull('statuses', other.tillId)).toMatchObject([{ reason: 'apply_failed' }]);
  });
});
