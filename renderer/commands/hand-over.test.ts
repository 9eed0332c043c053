import { describe, expect, test } from 'vitest';
import { blankCustomer, servedIn } from '#shared/domain/customer/apply.ts';
import { applyCancellation } from '#shared/domain/order/apply.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { pointsOffer } from '#shared/domain/payment/split.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { fail } from '#shared/kernel/result.ts';
import {
  ACTOR,
  AT,
  createTill,
  JOURNAL,
  product,
  type TestTill,
  webOrder,
} from '../store/till.fixture.ts';
import type { TillStore } from '../store/till-store.ts';
import { lessenOrder, refundsFor } from './amend-order.ts';
import { handOver, payOrder } from './hand-over.ts';
import type { Lessening } from './lessen-input.ts';
import { pointsToSpend } from './look-up-points.ts';
import { preparePickup } from './prepare-pickup.ts';
import { rehearsed } from './rehearsed.ts';

const cash = (tendered: number, id = 'paid'): Offer => ({
  id,
  tender: 'cash',
  tendered: minor(tendered),
  reference: null,
});

/** A till that pulled these orders. */
const tillWith = async (...orders: readonly Order[]): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('orders:ONE', Object.fromEntries(orders.map((order) => [order.id, order])));
  return till;
};

const give = ({ store }: TestTill, offers: readonly Offer[] = [cash(10_000)]) =>
  handOver(store, ACTOR, { orderId: 'w', offers, proof: { type: 'code' } });

const prepare = ({ store }: TestTill) =>
  preparePickup(store, ACTOR, { orderId: 'w', shelf: 'B-7' });

const written = async ({ store: { ledger } }: TestTill): Promise<number> =>
  (await ledger.head(JOURNAL))?.seq ?? 0;

describe('handOver', () => {
  test('J3: goods and the money still due are one operation', async () => {
    const till = await tillWith(webOrder('w', 'TEA', 'CAKE'));
    expect(await give(till, [cash(30_000)])).toMatchObject({
      ok: true,
      value: {
        type: 'pickup.handedOver',
        payload: {
          orderId: 'w',
          proof: { type: 'code' },
          collectedBy: null,
          number: 'W-w',
          lines: [
            { lineId: '1', sku: 'TEA', quantity: units(1) },
            { lineId: '2', sku: 'CAKE', quantity: units(1) },
          ],
          payments: [{ amount: 20_000, tendered: 30_000, change: 10_000 }],
        },
      },
    });
    const order = await till.store.view.order('w');
    expect(order?.pickup).toMatchObject({ state: 'completed', pickedUpAt: AT });
    expect(order?.payments).toHaveLength(1);
  });

  test('J2: an order is handed over once, however often the key is pressed', async () => {
    const till = await tillWith(webOrder('w', 'TEA'));
    const results = await Promise.all(['1', '2', '3'].map((id) => give(till, [cash(10_000, id)])));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results[1]).toEqual(fail({ type: 'already_handed_over', at: AT }));
    expect(results[2]).toEqual(results[1]);
    expect(await written(till)).toBe(1);
    expect(await give(await till.restart())).toEqual(results[1]);
  });

  test('R18: what the product asks is asked before goods leave, or a machine is asked for money', async () => {
    const till = await tillWith(webOrder('w', 'CABLE', 'UNKNOWN'));
    const cable = product('CABLE', { asks: { serial: true } });
    const store: TillStore = {
      ...till.store,
      catalog: {
        ...till.store.catalog,
        product: async (sku) => (sku === 'CABLE' ? cable : null),
      },
    };
    const input = { orderId: 'w', offers: [cash(30_000)], proof: { type: 'code' } } as const;
    const refused = fail({ type: 'not_asked', lineId: '1', ask: 'serial' });
    expect(await handOver(store, ACTOR, input)).toEqual(refused);
    expect(await handOver(rehearsed(store), ACTOR, input)).toEqual(refused);
    expect(await written(till)).toBe(0);
    const told = new Map([['1', [{ serial: 'S-1' }]]]);
    expect(await handOver(store, ACTOR, { ...input, told })).toMatchObject({
      ok: true,
      value: { payload: { lines: [{ particulars: [{ serial: 'S-1' }] }, { lineId: '2' }] } },
    });
    expect((await store.view.order('w'))?.pickup?.handOvers[0]?.lines[0]).toMatchObject({
      particulars: [{ serial: 'S-1' }],
    });
  });

  test('R19: is accepted from reserved as well as prepared', async () => {
    const reserved = await tillWith(webOrder('w', 'TEA'));
    expect((await give(reserved)).ok).toBe(true);
    const prepared = await tillWith(webOrder('w', 'TEA'));
    await prepare(prepared);
    expect((await give(prepared)).ok).toBe(true);
  });

  test('R10: a web order costs what it was ordered for, and nothing once it is paid', async () => {
    const order = webOrder('w', 'TEA');
    const payment = { ...cash(10_000), tender: 'online' as const, amount: minor(10_000) };
    const paid = { ...order, payments: [{ ...payment, change: minor(0), at: AT }] };
    const till = await tillWith(paid);
    expect(await give(till, [])).toMatchObject({ ok: true, value: { payload: { payments: [] } } });
  });

  test('what cannot be handed over is refused and writes nothing', async () => {
    const order = webOrder('w', 'TEA');
    const refusals: [TestTill, readonly Offer[] | undefined, unknown][] = [
      [await createTill(), undefined, { type: 'order_unknown' }],
      [
        await tillWith(applyCancellation(order, { actId: 'web', at: AT })),
        undefined,
        { type: 'pickup_closed', state: 'canceled' },
      ],
      [await tillWith({ ...order, pickup: null }), undefined, { type: 'not_a_pickup' }],
      [await tillWith({ ...order, provisional: true }), undefined, { type: 'not_a_pickup' }],
      [await tillWith(order), [], { type: 'tender_short', missing: 10_000 }],
      [await tillWith(order), [cash(9_900)], { type: 'tender_short', missing: 100 }],
    ];
    for (const [till, offers, problem] of refusals) {
      expect(await give(till, offers)).toEqual(fail(problem));
      expect(await written(till)).toBe(0);
    }
  });
});

describe('preparePickup', () => {
  test('the goods stand on a shelf, and doing it again moves them', async () => {
    const till = await tillWith(webOrder('w', 'TEA'));
    expect((await prepare(till)).ok).toBe(true);
    const { store } = till;
    expect((await store.view.order('w'))?.pickup).toMatchObject({
      state: 'prepared',
      readyAt: AT,
      shelf: 'B-7',
    });
    await preparePickup(store, ACTOR, { orderId: 'w', shelf: 'C-1' });
    expect((await store.view.order('w'))?.pickup).toMatchObject({
      state: 'prepared',
      shelf: 'C-1',
    });
  });

  test('what is gone or unknown is refused and writes nothing', async () => {
    expect(await prepare(await createTill())).toEqual(fail({ type: 'order_unknown' }));
    const till = await tillWith(webOrder('w', 'TEA'));
    await give(till);
    expect(await prepare(till)).toEqual(fail({ type: 'already_handed_over', at: AT }));
    expect(await written(till)).toBe(1);
  });
});

describe('points of a web order, where nobody can be asked', () => {
  const rule = {
    perHundred: 10,
    worth: 100,
    smallestSpend: 1,
    asTender: false,
    offlineLimit: 30,
  };
  const nobody = async () => null;
  /** Dana, who has 50 points as far as the till heard, ordered it, and the store gives and takes them. */
  const tillOfDana = async (...skus: readonly string[]): Promise<TestTill> => {
    const order = webOrder('w', 'TEA', ...skus);
    const customer = { customerId: '70001', name: 'Dana', phone: '', accountId: 'dana' };
    const till = await tillWith({ ...order, customer });
    const dana = servedIn(blankCustomer('dana'), 'ONE');
    await till.pull('references:ONE', {
      'policy:': {
        type: 'policy',
        value: { storeId: null, policy: { ...DEFAULT_POLICY, points: rule } },
      },
      'customer:dana': { type: 'customer', value: { ...dana, points: { balance: 50, seen: {} } } },
    });
    return till;
  };

  test('R12 R13: as many pay as policy lets, the rest earns, and the till knows what is left', async () => {
    const till = await tillOfDana();
    const { store } = till;
    const asked = await pointsToSpend(store, nobody, { customerId: 'dana', left: minor(10_000) });
    expect(asked).toMatchObject({ ok: true, value: { most: 30, balance: { balance: 50 } } });
    const offers = [pointsOffer('points', 30, rule), cash(7000)];
    expect(await give(till, offers)).toMatchObject({
      ok: true,
      value: {
        payload: {
          payments: [
            { tender: 'points', amount: 3000 },
            { tender: 'cash', amount: 7000 },
          ],
          points: { customerId: 'dana', earned: 7, spent: 30, known: { balance: 27 } },
        },
      },
    });
    expect(store.view.points('dana', null)).toEqual({ balance: 27, spentHere: 30 });
    const again = await pointsToSpend(store, nobody, { customerId: 'dana', left: minor(10_000) });
    expect(again).toEqual(fail({ type: 'points_not_offline' }));
  });

  test('R13: paid ahead with points, they count at once and are not earned on at the hand-over', async () => {
    const till = await tillOfDana();
    const offers = [pointsOffer('points', 30, rule), cash(7000)];
    const paid = await payOrder(till.store, ACTOR, { orderId: 'w', offers });
    expect(paid).toMatchObject({
      ok: true,
      value: { payload: { points: { earned: 0, spent: 30 } } },
    });
    expect(till.store.view.points('dana', null)).toEqual({ balance: 20, spentHere: 30 });
    const given = await give(till, []);
    expect(given).toMatchObject({
      ok: true,
      value: { payload: { points: { earned: 7, spent: 0 } } },
    });
  });

  test('R12: points that come back with goods that are refused make those that were collected earn', async () => {
    const till = await tillOfDana('CAKE');
    const { store } = till;
    const offers = [pointsOffer('points', 30, rule), cash(17_000)];
    await payOrder(store, ACTOR, { orderId: 'w', offers });
    const parts = [{ lineId: '1', quantity: units(1) }];
    const given = await handOver(store, ACTOR, {
      orderId: 'w',
      offers: [],
      proof: { type: 'code' },
      parts,
    });
    expect(given).toMatchObject({ ok: true, value: { payload: { points: { earned: 7 } } } });
    const order = await store.view.order('w');
    const lessening: Lessening = {
      type: 'amend',
      amend: {
        reason: 'refused',
        parts: [{ lineId: '2', quantity: units(1) }],
        substitutes: [],
        consent: null,
        suffix: 'abcdef01',
      },
    };
    const refunds = order ? refundsFor(store, order, lessening) : fail({ type: 'no order' });
    if (!refunds.ok) throw new Error(refunds.problem.type);
    const lessened = await lessenOrder(store, ACTOR, {
      orderId: 'w',
      lessening,
      refunds: refunds.value.map((part) => ({ ...part, id: part.tender, reference: null })),
      isOffline: false,
      isGiven: false,
    });
    expect(lessened).toMatchObject({
      ok: true,
      value: { type: 'order.amended', payload: { points: { customerId: 'dana', earned: 3 } } },
    });
    expect((await store.view.order('w'))?.points).toMatchObject({ earned: 10, spent: 30 });
    expect(store.view.points('dana', null)?.balance).toBe(50 - 30 + 7 + 3);
  });

  test('R13: nobody’s points pay an order whose channel named no customer of the chain', async () => {
    const till = await tillOfDana();
    await till.pull('orders:ONE', { w: webOrder('w', 'TEA') });
    const offers = [pointsOffer('points', 30, rule), cash(7000)];
    expect(await give(till, offers)).toEqual(fail({ type: 'points_not_taken' }));
    expect(await written(till)).toBe(0);
  });
});
