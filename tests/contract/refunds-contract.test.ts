import { beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import { paidOf, refundedOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Refund, Tender } from '#shared/domain/payment/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { AT, createPushingTill, type PushingTill } from './pushing-till.ts';
import { handedOver, line, placement, received, returned, sale } from './shop.ts';

type ReturnContent = ReturnType<typeof returned>;

/** The same return, given back in another tender. */
const inTender = (
  content: ReturnContent,
  tender: Tender,
  reference: string | null,
): ReturnContent => ({
  ...content,
  payload: {
    ...content.payload,
    refunds: content.payload.refunds.map((refund): Refund => ({ ...refund, tender, reference })),
  },
});

describe.each(storeKinds)('what is given back on $name', ({ open }) => {
  const shops = openShops(open, 'G');
  let shop: Shop;
  let till: PushingTill;

  const openTill = async (): Promise<void> => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
  };
  beforeEach(openTill);

  const push = async (content: OperationContent) => {
    const written = await till.write(content);
    await till.push([written]);
    return written;
  };

  const sold = async (pieces: number): Promise<Order> => {
    const order = applyToOrder(null, await push(sale([line('TEA', pieces)])));
    if (!order) throw new Error('an order was expected');
    return order;
  };

  test('R14 a gift card that was loaded is on the same ledger', async () => {
    await push(inTender(returned(await sold(1)), 'gift_card', 'GIFT-2'));
    const { storedValue } = await shop.ledgers();
    expect(storedValue).toMatchObject([{ code: 'GIFT-2', amount: 10_000 }]);
  });

  const noticesOf = async (orderId: string): Promise<number> =>
    (await shop.ledgers()).orderNotices[orderId] ?? 0;

  test('R14 store credit is issued once per operation, and what is left of it is the sum', async () => {
    const order = await sold(3);
    const back = await push(inTender(returned(order, 2), 'store_credit', 'GIFT-1'));
    await till.push([back]);
    await till.push();
    const { storedValue } = await shop.ledgers();
    expect(storedValue).toMatchObject([
      {
        operationId: back.id,
        code: 'GIFT-1',
        orderId: order.id,
        storeId: shop.storeId,
        at: AT,
        currency: 'KZT',
        amount: 20_000,
      },
    ]);
    const spent = sale([line('TEA', 1)]);
    const payments = spent.payload.payments.map((payment) => ({
      ...payment,
      tender: 'store_credit' as const,
      reference: 'GIFT-1',
    }));
    await push({ ...spent, payload: { ...spent.payload, payments } });
    const after = (await shop.ledgers()).storedValue;
    expect(after.map(({ amount }) => amount).toSorted((one, other) => one - other)).toEqual([
      -10_000, 20_000,
    ]);
  });

  test('S5 R13 a code that two stores spent without asking is told once, and closes when what issued it arrives', async () => {
    const other = await shops.next();
    const far = await createPushingTill(other.environment, other.storeId);
    const code = `GIFT-${shop.storeId}`;
    const spending = (content: ReturnType<typeof sale>): typeof content => ({
      ...content,
      payload: {
        ...content.payload,
        payments: content.payload.payments.map((payment) => ({
          ...payment,
          tender: 'gift_card' as const,
          reference: code,
        })),
      },
    });
    const order = await sold(3);
    const beside = await createPushingTill(shop.environment, shop.storeId, 2);
    const given = await beside.write(inTender(returned(order, 3), 'gift_card', code));
    const here = await push(spending(sale([line('TEA', 2)])));
    const there = await far.write(spending(sale([line('TEA', 2)])));
    await far.push([there]);
    await far.push([there]);
    const told = async () =>
      (await shop.pull('exceptions')).find(({ id }) => id === `stored_value_overdrawn:${code}`);
    expect(await told()).toMatchObject({
      kind: 'stored_value_overdrawn',
      state: 'open',
      subject: { type: 'stored_value', id: code },
      amount: 40_000,
      otherStoreIds: [expect.any(String)],
    });
    expect((await told())?.evidence.toSorted()).toEqual([here.id, there.id].toSorted());
    await beside.push([given]);
    expect(await told()).toMatchObject({ state: 'open', amount: 10_000 });
    await push(inTender(returned(await sold(1), 1), 'gift_card', code));
    expect(await told()).toMatchObject({ state: 'closed', resolution: null });
  });

  test('R16 a notice is written with what changes how an order stands or what is to be given back, and with nothing else', async () => {
    await push(received('TEA', 20));
    const { order } = await placeWebOrder(
      shop.environment,
      placement(shop.storeId, [line('TEA', 2)], true),
    );
    expect(await noticesOf(order.id)).toBe(0);
    const gone = applyToOrder(order, await push(handedOver(order, 0)));
    if (!gone) throw new Error('an order was expected');
    expect(await noticesOf(order.id)).toBe(1);
    const asked = returned(gone, 1);
    const pending = asked.payload.refunds.map((one): Refund => ({ ...one, state: 'pending' }));
    await push({ ...asked, payload: { ...asked.payload, refunds: pending } });
    expect(await noticesOf(order.id)).toBe(2);
    const [first] = pending;
    if (!first) throw new Error('a refund was expected');
    const close = () =>
      takeChannelAct(
        shop.environment,
        order.id,
        { type: 'refund', refund: { ...first, state: 'refunded', at: AT } },
        { actId: 'closed', happenedAt: AT },
      );
    await close();
    await close();
    expect(await noticesOf(order.id)).toBe(3);
  });

  test('R14 Σ refunds ≤ Σ payments except where an exception says so, whatever is returned where', async () => {
    const step = fc.record({
      pieces: fc.integer({ min: 1, max: 3 }),
      tender: fc.constantFrom<Tender>('cash', 'store_credit'),
      isKnown: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        await openTill();
        const order = await sold(3);
        let known = order;
        for (const { pieces, tender, isKnown } of steps) {
          // A till that has not heard of the others returns what its own copy of the order allows.
          const from = isKnown ? known : order;
          const left = from.returns.reduce(
            (sum, { lines }) => sum - (lines[0]?.quantity ?? 0),
            3000,
          );
          if (pieces * 1000 > left) continue;
          const back = await push(inTender(returned(from, pieces), tender, null));
          known = applyToOrder(known, back) ?? known;
        }
        const held = await shop.order(order.id);
        if (!held) throw new Error('the order is gone');
        const excess = Math.max(0, refundedOf(held) - paidOf(held));
        const open = (await shop.pull('exceptions')).filter(
          ({ id }) => id === `over_refund:${order.id}`,
        );
        expect(open.map(({ amount }) => amount)).toEqual(excess > 0 ? [minor(excess)] : []);
        const { storedValue, money } = await shop.ledgers();
        const issued = storedValue.reduce((sum, { amount }) => sum + amount, 0);
        const asCredit = held.refunds.filter(({ tender }) => tender === 'store_credit');
        expect(issued).toBe(asCredit.reduce((sum, { amount }) => sum + amount, 0));
        expect(money.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          paidOf(held) - refundedOf(held),
        );
      }),
      { numRuns: 12 },
    );
  });
});
