import { beforeEach, describe, expect, test } from 'vitest';
import { moneyWithoutAct } from '#shared/domain/exception/of-operation.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import {
  ACTOR,
  AT,
  createTill,
  JOURNAL,
  received,
  type TestTill,
  webOrder,
} from '../store/till.fixture.ts';
import { recoverGiven } from './by-machine.fixture.ts';
import { payOrder } from './hand-over.ts';
import { lessenByMachine } from './lessen-by-machine.ts';
import { APPROVED, createMachine, type Machine } from './payment-machine.fixture.ts';
import { refundByMachine } from './refund-by-machine.ts';
import { restoreIntents } from './restore-intents.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

const AMOUNT = minor(10_000);
const CARD = { tender: 'card', amount: AMOUNT } as const;
const OF_SALE = { refundId: 'back-card', orderId: 'sold', ...CARD };

/** What the server tells of a refund of the till beside this one. */
const told = (
  kind: 'refund_without_return' | 'money_unknown',
  more: Partial<Exception> = {},
  refund = OF_SALE,
): Exception => ({
  ...moneyWithoutAct(
    kind,
    refund.refundId,
    { storeId: 'ONE', operationId: operationId('ONE-02_1', 7) },
    refund,
  ),
  state: 'open',
  openedAt: AT,
  closedAt: null,
  resolution: null,
  ...more,
});

const hear = (till: TestTill, exception: Exception): Promise<void> =>
  till.pull('exceptions:ONE', { [exception.id]: exception });

let till: TestTill;
let machine: Machine;

beforeEach(async () => {
  till = await createTill();
  machine = createMachine(APPROVED);
});

const bringTea = async (tender: Tender, at = till) => {
  const order = await at.store.view.order('sold');
  if (!order) throw new Error('an order was expected');
  const refunds = [{ tender, amount: AMOUNT, reference: null }];
  const act = { type: 'return' as const, input: teaBack(order, { returnId: 'again', refunds }) };
  return refundByMachine(at.store, ACTOR, { driver: machine.driver, act });
};

describe('a refund that a machine of another till gave and that nothing carries, as far as the server told', () => {
  beforeEach(() => soldAt(till, 'card'));

  test.each(['card', 'cash', 'store_credit'] as const)(
    'J3 R15: is not given again, by %s',
    async (tender) => {
      await hear(till, told('refund_without_return'));
      expect(await bringTea(tender)).toEqual(fail({ type: 'refund_given_before', ...CARD }));
      expect(machine.refunded).toEqual([]);
    },
  );

  test('J3: and one of which nobody has heard how it ended is not either', async () => {
    await hear(till, told('money_unknown'));
    expect(await bringTea('cash')).toEqual(fail({ type: 'refund_asked_elsewhere', ...CARD }));
    expect(await bringTea('card')).toEqual(fail({ type: 'refund_asked_elsewhere', ...CARD }));
    expect(machine.refunded).toEqual([]);
  });

  test('J3: holds up nothing of another order, and nothing that is about no refund', async () => {
    await hear(till, told('refund_without_return', {}, { ...OF_SALE, orderId: 'other' }));
    const { refund: _, ...untold } = told('money_unknown');
    await hear(till, untold);
    expect(await bringTea('card')).toMatchObject({ ok: true });
    expect(machine.refunded).toHaveLength(1);
  });

  test('J3 S6: holds up nothing once somebody has decided what it was, at the server or here', async () => {
    const resolution = { action: 'accept' as const, by: 'm', at: AT, note: '' };
    await hear(till, told('refund_without_return', { state: 'closed', closedAt: AT, resolution }));
    const here = told('money_unknown');
    await hear(till, here);
    await till.store.journal.write(ACTOR, async () =>
      ok({
        type: 'exception.resolved',
        payload: { exceptionId: here.id, action: 'accept', note: '' },
      }),
    );
    expect(await bringTea('card')).toMatchObject({ ok: true });
  });

  test('J3: is asked of its own journal where this till has it, which knows better how it ended', async () => {
    const refund = { ...OF_SALE, refundId: 'other-card' };
    const { refundId, orderId, tender, amount } = refund;
    const asked = await till.store.journal.write(ACTOR, async () =>
      ok({
        type: 'refund.requested',
        payload: { refundId, orderId, tender, amount, currency: 'KZT' },
      }),
    );
    if (!asked.ok) throw new Error(asked.problem.type);
    const subject = { type: 'operation' as const, id: asked.value.id };
    await hear(till, told('money_unknown', { subject }, refund));
    expect(await bringTea('card')).toEqual(fail({ type: 'refund_open' }));
    await restoreIntents(till.store, machine.driver);
    await recoverGiven(till, machine);
    expect(await bringTea('card')).toMatchObject({ ok: true });
  });

  test('J1 J3: is known of the server where this till has lost the end of its journal', async () => {
    const subject = { type: 'operation' as const, id: operationId(JOURNAL, 900) };
    await hear(till, told('refund_without_return', { subject }));
    expect(await bringTea('card')).toEqual(fail({ type: 'refund_given_before', ...CARD }));
  });
});

describe('the same of a web order that is refused at the counter', () => {
  test.each(['card', 'cash'] as const)('J3 R15: nothing is given again, by %s', async (tender) => {
    await till.pull('orders:ONE', { w: webOrder('w', 'TEA') });
    const offers = [{ id: 'paid', tender, tendered: AMOUNT, reference: null }];
    await payOrder(till.store, ACTOR, { orderId: 'w', isTaken: true, offers });
    const reject = () =>
      lessenByMachine(till.store, ACTOR, {
        driver: machine.driver,
        currency: 'KZT',
        orderId: 'w',
        lessening: { type: 'reject', reason: 'refused' },
        refunds: [{ id: `two-${tender}`, tender, amount: AMOUNT, reference: null }],
        isOffline: false,
        isGiven: false,
      });
    const exception = told(
      'refund_without_return',
      {},
      { ...OF_SALE, refundId: 'one-card', orderId: 'w' },
    );
    await hear(till, exception);
    expect(await reject()).toEqual(fail({ type: 'refund_given_before', ...CARD }));
    expect(machine.refunded).toEqual([]);
    await hear(till, { ...exception, state: 'closed', closedAt: AT });
    expect(await reject()).toMatchObject({ ok: true });
  });
});

test('J3 R15: a refund that nothing carries is not given again at its own till, however much was written since', async () => {
  await soldAt(till, 'card');
  const { ledger } = till.store;
  const ask = { ...OF_SALE, currency: 'KZT' as const };
  await till.store.journal.write(ACTOR, async () => ok({ type: 'refund.requested', payload: ask }));
  for (let count = 0; count < 1200; count += 1)
    await till.store.journal.write(ACTOR, async () => ok(received('TEA', 1)));
  expect(await bringTea('cash')).toEqual(fail({ type: 'refund_open' }));
  // Neither is one forgotten that lies so far back when all that lay beside the journal is gone.
  const restored = createMemoryLedger();
  await restored.restore(await ledger.read(JOURNAL, 0, 2000));
  const back = await createTill(restored);
  await restoreIntents(back.store, machine.driver);
  expect(await recoverGiven(back, machine)).toMatchObject({ ok: false });
  expect(await bringTea('card', back)).toMatchObject({ ok: true });
});
