import { describe, expect, test } from 'vitest';
import type { Order } from '#shared/domain/order/schema.ts';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { fail } from '#shared/kernel/result.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { DriverOutcome, PaymentDriver } from '../host/payment-driver.ts';
import type { Ledger } from '../store/ledger.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { ACTOR, AT, createTill, type TestTill, webOrder } from '../store/till.fixture.ts';
import { lessenOrder } from './amend-order.ts';
import {
  APPROVED,
  createDyingLedger,
  createMachine,
  DECLINED,
  typesOf,
} from './payment-machine.fixture.ts';
import { handOver, payOrder } from './hand-over.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { openPayment } from './open-payment.ts';
import { handOverByMachine, payOrderByMachine } from './hand-over-by-machine.ts';
import { extendPickup, movePickup, putBackGoods, receivePickup } from './keep-pickup.ts';
import { openRefund } from './open-refund.ts';
import { lessenByMachine } from './lessen-by-machine.ts';
import { recoverRefund } from './recover-refund.ts';
import { pickLines, preparePickup } from './prepare-pickup.ts';
import { settleException } from './settle-exception.ts';

const person = (id: string, role: StaffMember['role']): StaffMember => ({
  id,
  name: id,
  role,
  storeIds: ['ONE'],
  pin: { salt: '', iterations: 1, hash: '' },
  active: true,
});

const tillWith = async (order: Order, ledger: Ledger = createMemoryLedger()): Promise<TestTill> => {
  const till = await createTill(ledger);
  await till.pull('orders:ONE', { [order.id]: order });
  await till.pull('references:ONE', {
    'staff:aigerim': { type: 'staff', value: person('aigerim', 'cashier') },
    'staff:saule': { type: 'staff', value: person('saule', 'manager') },
  });
  return till;
};

const APPROVED_BY = { ...ACTOR, approvedBy: 'saule' };
const order = webOrder('w', 'TEA', 'CAKE');
const orderId = 'w';
const reject = { type: 'reject', reason: 'refused' } as const;
const ONLINE = { isOffline: false, isGiven: false } as const;

describe('R6 what policy leaves to a manager', () => {
  const byDocument = {
    orderId,
    offers: [{ id: 'p', tender: 'cash', tendered: minor(20_000), reference: null }],
    proof: { type: 'document', name: 'ID 1' },
  } as const;

  test('R6: a document opens an order only with another person’s approval, which is on record', async () => {
    const till = await tillWith(order);
    expect(await handOver(till.store, ACTOR, byDocument)).toEqual(fail({ type: 'manager_needed' }));
    const own = { ...ACTOR, approvedBy: ACTOR.staffId };
    expect(await handOver(till.store, own, byDocument)).toEqual(fail({ type: 'manager_needed' }));
    expect(await handOver(till.store, APPROVED_BY, byDocument)).toMatchObject({
      ok: true,
      value: { approvedBy: 'saule', payload: { proof: { type: 'document', name: 'ID 1' } } },
    });
  });

  test('R6: goods are kept longer, and exceptions settled, by a manager', async () => {
    const till = await tillWith(order);
    const longer = { orderId, days: 3 };
    expect(await extendPickup(till.store, ACTOR, longer)).toEqual(fail({ type: 'manager_needed' }));
    expect((await extendPickup(till.store, APPROVED_BY, longer)).ok).toBe(true);
    expect(await extendPickup(till.store, APPROVED_BY, { orderId, days: 99 })).toMatchObject({
      problem: { type: 'extension_too_long' },
    });
    const settled = {
      exception: { id: 'handed_over_twice:w', kind: 'handed_over_twice' },
      action: 'accept_loss',
      note: '',
    } as const;
    expect(await settleException(till.store, ACTOR, settled)).toEqual(
      fail({ type: 'manager_needed' }),
    );
    expect((await settleException(till.store, APPROVED_BY, settled)).ok).toBe(true);
  });

  test('J3: what is forbidden is found before the card machine is asked', async () => {
    const till = await tillWith(order);
    const { driver, paid } = createMachine(APPROVED);
    const { proof } = byDocument;
    const tender = 'card' as const;
    const charge = { driver, tender, order, amount: dueOf(order), input: { orderId, proof } };
    expect(await handOverByMachine(till.store, ACTOR, charge)).toEqual(
      fail({ type: 'manager_needed' }),
    );
    expect(paid).toEqual([]);
    expect((await handOverByMachine(till.store, APPROVED_BY, charge)).ok).toBe(true);
    expect(await typesOf(till)).toEqual(['payment.requested', 'pickup.handedOver']);
  });
});

test('J3: what was given beside the card is on disk before the machine is asked, and carried with it', async () => {
  const till = await tillWith(order);
  const { driver } = createMachine(APPROVED);
  const gift = {
    id: 'gift',
    tender: 'gift_card',
    tendered: minor(5000),
    reference: 'GIFT-1',
  } as const;
  const due = dueOf(order);
  const beside: (readonly Offer[] | undefined)[] = [];
  const watched = {
    ...driver,
    pay: async (request: Parameters<typeof driver.pay>[0]) => {
      beside.push((await openPayment(till.store))?.beside);
      return driver.pay(request);
    },
  };
  const amount = minor(due - gift.tendered);
  const charge = { driver: watched, tender: 'card' as const, order, amount, beside: [gift] };
  expect(await payOrderByMachine(till.store, ACTOR, charge)).toMatchObject({
    ok: true,
    value: {
      type: 'order.paid',
      payload: {
        payments: [
          { tender: 'gift_card', amount: 5000, reference: 'GIFT-1' },
          { tender: 'card', amount },
        ],
      },
    },
  });
  expect(beside).toEqual([[gift]]);
});

test('the steps of an order: picked, ready, sent, come, released, put back', async () => {
  const till = await tillWith(order);
  const { store } = till;
  const found = [{ lineId: '1', quantity: units(1) }];
  expect((await pickLines(store, ACTOR, { orderId, found })).ok).toBe(true);
  expect((await preparePickup(store, ACTOR, { orderId, shelf: 'A1' })).ok).toBe(true);
  expect(await receivePickup(store, ACTOR, { orderId })).toMatchObject({
    problem: { type: 'not_shipped' },
  });
  till.clock.now = '2026-01-09T00:00:00.000Z';
  const release = {
    orderId,
    lessening: { type: 'reject', reason: 'no_show' },
    refunds: [],
    ...ONLINE,
  } as const;
  expect((await lessenOrder(store, ACTOR, release)).ok).toBe(true);
  expect((await store.view.putBacks()).map(({ id }) => id)).toEqual(['w']);
  expect((await putBackGoods(store, ACTOR, { orderId })).ok).toBe(true);
  expect(await store.view.putBacks()).toEqual([]);
  const moved = { orderId, toStoreId: 'TWO', isShipped: true };
  expect(await movePickup(store, ACTOR, moved)).toMatchObject({
    problem: { type: 'pickup_closed' },
  });
});

describe('R15 J3 money of the card that goes back', () => {
  const paidByCard = async (ledger: Ledger = createMemoryLedger()): Promise<TestTill> => {
    const till = await tillWith(order, ledger);
    const { driver } = createMachine(APPROVED);
    await payOrderByMachine(till.store, ACTOR, {
      driver,
      tender: 'card',
      order,
      amount: dueOf(order),
    });
    return till;
  };

  const machineOf = (outcome: DriverOutcome) => {
    const asked: string[] = [];
    const { driver } = createMachine(APPROVED);
    return {
      asked,
      driver: {
        ...driver,
        refund: async ({ refundId }: { readonly refundId: string }) => {
          asked.push(refundId);
          return outcome;
        },
        askRefund: async () => outcome,
      },
    };
  };

  const refunds = [
    { id: 'r-card', tender: 'card', amount: minor(20_000), reference: null },
  ] as const;
  const refusal = { orderId, lessening: reject, refunds, currency: 'KZT', ...ONLINE } as const;

  test('J3: the intent is durable first; the refund is in the operation that carries it', async () => {
    const till = await paidByCard();
    const { driver } = machineOf(APPROVED);
    expect(await lessenByMachine(till.store, ACTOR, { ...refusal, driver })).toMatchObject({
      ok: true,
      value: { payload: { refunds: [{ id: 'r-card', reference: 'RRN 77', state: 'refunded' }] } },
    });
    expect((await typesOf(till)).slice(-2)).toEqual(['refund.requested', 'pickup.rejected']);
  });

  test('a machine that refuses leaves the order as it is', async () => {
    const till = await paidByCard();
    const { driver } = machineOf(DECLINED);
    expect(await lessenByMachine(till.store, ACTOR, { ...refusal, driver })).toEqual(
      fail({ type: 'refund_declined' }),
    );
    expect((await till.store.view.order('w'))?.pickup?.state).toBe('reserved');
    expect((await typesOf(till)).slice(-1)).toEqual(['refund.resolved']);
  });

  test('J3: begun anew after one of two machines refused, the other is not asked again', async () => {
    const till = await tillWith(order);
    for (const tender of ['card', 'qr'] as const) {
      const offers = [{ id: tender, tender, tendered: minor(10_000), reference: null }];
      await payOrder(till.store, ACTOR, { orderId, isTaken: true, offers });
    }
    const asked: string[] = [];
    const answers: DriverOutcome[] = [APPROVED, DECLINED, APPROVED];
    const driver: PaymentDriver = {
      ...createMachine(APPROVED).driver,
      refund: async ({ refundId }) => {
        asked.push(refundId);
        return answers.shift() ?? APPROVED;
      },
    };
    const tryIt = (id: string) => {
      const parts = (['card', 'qr'] as const).map((tender) => ({
        id: `${id}-${tender}`,
        tender,
        amount: minor(10_000),
        reference: null,
      }));
      return lessenByMachine(till.store, ACTOR, { ...refusal, refunds: parts, driver });
    };
    expect(await tryIt('one')).toEqual(fail({ type: 'refund_declined' }));
    expect(await tryIt('two')).toMatchObject({ ok: true, value: { type: 'pickup.rejected' } });
    expect(asked).toEqual(['one-card', 'one-qr', 'one-qr']);
    expect((await till.store.view.order('w'))?.refunds).toHaveLength(2);
  });

  test('J3: a crash at any write neither loses the refund nor asks for it twice', async () => {
    for (const isKept of [false, true])
      for (let write = 1; write <= 4; write += 1) {
        const memory = createMemoryLedger();
        await paidByCard(memory);
        const dying = createDyingLedger(memory);
        const broken = await tillWith(order, dying.ledger);
        const { driver, asked } = machineOf(APPROVED);
        dying.dieAt(write, isKept);
        await lessenByMachine(broken.store, ACTOR, { ...refusal, driver }).catch(() => null);
        const till = await tillWith(order, memory);
        const open = await openRefund(till.store);
        if (open) await recoverRefund(till.store, driver, open);
        else await lessenByMachine(till.store, ACTOR, { ...refusal, driver });
        expect(asked.length).toBeLessThanOrEqual(1);
        const after = await till.store.view.order('w');
        expect(after?.refunds).toHaveLength(1);
        expect(after?.pickup?.state).toBe('failed');
      }
  });

  test('R14: without the network the card gets money back only where policy allows it, and the machine is not asked', async () => {
    const till = await paidByCard();
    const { driver, asked } = machineOf(APPROVED);
    const offline = { ...DEFAULT_POLICY.offline, refundTenders: ['cash' as const] };
    const policy = { ...DEFAULT_POLICY, offline };
    await till.pull('references:ONE', {
      'policy:chain': { type: 'policy', value: { storeId: null, policy } },
    });
    const cut = { ...refusal, driver, isOffline: true };
    expect(await lessenByMachine(till.store, APPROVED_BY, cut)).toEqual(
      fail({ type: 'tender_not_offline', tender: 'card', allowed: ['cash'] }),
    );
    expect(asked).toEqual([]);
    expect((await till.store.view.order('w'))?.pickup?.state).toBe('reserved');
    expect((await lessenByMachine(till.store, ACTOR, { ...refusal, driver })).ok).toBe(true);
  });

  test('J3: money that the machine gave is on record, whatever policy says by then', async () => {
    const till = await paidByCard();
    const { driver } = machineOf(APPROVED);
    const cut = { ...refusal, driver, isOffline: true };
    const lastContactAt = AT;
    await writeSyncState(till.store.ledger, {
      ...(await readSyncState(till.store.ledger)),
      clockOffset: 0,
      lastContactAt,
    });
    const slow = {
      ...driver,
      refund: async () => {
        till.clock.now = '2026-01-09T00:00:00.000Z';
        return APPROVED;
      },
    };
    expect((await lessenByMachine(till.store, ACTOR, { ...cut, driver: slow })).ok).toBe(true);
  });

  test('R14: what was known too long ago is given back by a manager', async () => {
    const till = await paidByCard();
    const { driver } = machineOf(APPROVED);
    const cut = { ...refusal, driver, isOffline: true };
    expect(await lessenByMachine(till.store, ACTOR, cut)).toEqual(fail({ type: 'manager_needed' }));
    expect((await lessenByMachine(till.store, APPROVED_BY, cut)).ok).toBe(true);
  });

  test('R14: less than is owed is not taken for it, and cash is not given for a card', async () => {
    const till = await paidByCard();
    const wrong = [{ ...refunds[0], tender: 'cash' as const }];
    const given = { orderId, lessening: reject, refunds: wrong, ...ONLINE };
    expect(await lessenOrder(till.store, ACTOR, given)).toEqual(
      fail({ type: 'refunds_differ_from_total', total: 20_000 }),
    );
  });
});

test('R21 J7: nobody makes an order overdue by the till’s clock', async () => {
  const till = await tillWith(order);
  const { store, clock } = till;
  const sync = await readSyncState(store.ledger);
  const DAYS = 86_400_000;
  const lastContactAt = '2026-01-09T00:00:00.000Z';
  const release = {
    orderId,
    lessening: { type: 'reject', reason: 'no_show' },
    refunds: [],
    ...ONLINE,
  } as const;
  // A week fast, as the server said at the last contact.
  clock.now = lastContactAt;
  await writeSyncState(store.ledger, { ...sync, clockOffset: -7 * DAYS, lastContactAt });
  expect(await lessenOrder(store, ACTOR, release)).toMatchObject({
    problem: { type: 'not_overdue' },
  });
  // Right then, and set back since.
  clock.now = AT;
  await writeSyncState(store.ledger, { ...sync, clockOffset: 0, lastContactAt });
  expect((await lessenOrder(store, ACTOR, release)).ok).toBe(true);
});

test('R10: an order is paid once, however often the key is pressed', async () => {
  const till = await tillWith(order);
  const offers = [{ id: 'p', tender: 'cash' as const, tendered: minor(20_000), reference: null }];
  const results = await Promise.all(
    [1, 2, 3].map(() => payOrder(till.store, ACTOR, { orderId, offers })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results[1]).toEqual(fail({ type: 'already_done' }));
});
