import { describe, expect, test } from 'vitest';
import { blindCustomerHash, type BlindReturnFact } from '#shared/domain/return/blind-record.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { fail } from '#shared/kernel/result.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { ACTOR, AT, basketOf, createTill, product } from '../store/till.fixture.ts';
import { typesOf } from './payment-machine.fixture.ts';
import { completeBlindReturn } from './complete-blind-return.ts';
import { completeExchange } from './complete-exchange.ts';
import { completeReturn } from './complete-return.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

const BY_MANAGER = { ...ACTOR, approvedBy: 'dana' };

describe('goods that come back', () => {
  test('are one operation; what is left of the order shows at once', async () => {
    const till = await createTill();
    const order = await soldAt(till);
    const done = await completeReturn(till.store, ACTOR, teaBack(order));
    expect(done).toMatchObject({
      ok: true,
      value: {
        type: 'return.completed',
        payload: { number: 'ONE-01-000002', total: 10_000, proof: 'order' },
      },
    });
    expect((await till.store.view.order('sold'))?.returns).toMatchObject([{ total: 10_000 }]);
  });

  test('J2: taken back twice by a double press come back once', async () => {
    const till = await createTill();
    const input = teaBack(await soldAt(till));
    const [first, second] = await Promise.all([
      completeReturn(till.store, ACTOR, input),
      completeReturn(till.store, ACTOR, input),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(fail({ type: 'already_done' }));
    expect(await typesOf(till)).toEqual(['sale.completed', 'return.completed']);
  });

  test('of a sale that never came here: what came back here counts, whatever the receipt says', async () => {
    const seller = await createTill();
    const told = { ...(await soldAt(seller)), storeId: 'TWO', provisional: true };
    const till = await createTill();
    const input = teaBack(told, { proof: 'receipt' });
    expect((await completeReturn(till.store, ACTOR, input)).ok).toBe(true);
    const again = await completeReturn(till.store, ACTOR, { ...input, returnId: 'again' });
    expect(again).toEqual(fail({ type: 'quantity_above_returnable', lineId: '1', left: 0 }));
  });

  test('R6: beyond what policy leaves to a cashier need somebody else', async () => {
    const till = await createTill();
    const order = await soldAt(till, 'card');
    const refunds = [{ tender: 'store_credit' as const, amount: minor(10_000), reference: null }];
    const input = teaBack(order, { refunds, creditConsent: true });
    expect(await completeReturn(till.store, ACTOR, input)).toEqual(
      fail({ type: 'manager_needed', reasons: ['other_tender'] }),
    );
    expect(await typesOf(till)).toEqual(['sale.completed']);
    const done = await completeReturn(till.store, BY_MANAGER, input);
    expect(done).toMatchObject({
      ok: true,
      value: {
        approvedBy: 'dana',
        payload: { refunds: [{ tender: 'store_credit', reference: 'ONE-01-000002-BACK' }] },
      },
    });
  });
});

test('R14: a gift card is loaded that was at hand, or a new one is made; by a manager, if the customer agrees', async () => {
  for (const [held, reference] of [
    ['GIFT-0042', 'GIFT-0042'],
    [null, 'ONE-01-000002-BACK'],
  ] as const) {
    const till = await createTill();
    const order = await soldAt(till, 'card');
    const refunds = [{ tender: 'gift_card' as const, amount: minor(10_000), reference: held }];
    const input = teaBack(order, { refunds });
    expect(await completeReturn(till.store, BY_MANAGER, input)).toEqual(
      fail({ type: 'consent_missing' }),
    );
    const agreed = { ...input, creditConsent: true };
    expect(await completeReturn(till.store, ACTOR, agreed)).toEqual(
      fail({ type: 'manager_needed', reasons: ['other_tender'] }),
    );
    expect(await completeReturn(till.store, BY_MANAGER, agreed)).toMatchObject({
      ok: true,
      value: { payload: { refunds: [{ tender: 'gift_card', amount: 10_000, reference }] } },
    });
  }
});

describe('an exchange', () => {
  test('R8: is one operation with two documents, whatever is pressed twice', async () => {
    const till = await createTill();
    const order = await soldAt(till);
    const input = {
      ...teaBack(order, { refunds: [] }),
      orderId: 'taken',
      basket: basketOf('BUN', 'JAM'),
      pricedAt: till.store.now(),
      offers: [{ id: 'more', tender: 'cash' as const, tendered: minor(20_000), reference: null }],
    };
    const done = await completeExchange(till.store, ACTOR, input);
    expect(done).toMatchObject({
      ok: true,
      value: {
        payload: {
          returned: { number: 'ONE-01-000002-R', total: 10_000 },
          sold: { number: 'ONE-01-000002', totals: { total: 20_000 } },
          setOff: [{}],
        },
      },
    });
    const taken = await till.store.view.order('taken');
    expect(taken?.payments.map(({ amount, change }) => [amount, change])).toEqual([
      [10_000, 10_000],
      [10_000, 0],
    ]);
    expect(await completeExchange(till.store, ACTOR, input)).toEqual(
      fail({ type: 'already_done' }),
    );
  });
});

describe('goods without a receipt', () => {
  const input = {
    returnId: 'back',
    customer: 'Dana, +7 700 000',
    creditConsent: true,
    tender: 'store_credit' as const,
    requests: [
      {
        id: '1',
        product: product('TEA'),
        quantity: units(1),
        reason: 'other' as const,
        condition: 'as_new' as const,
        disposition: 'restock' as const,
      },
    ],
    ask: async (): Promise<readonly BlindReturnFact[] | null> => null,
  };

  test('are counted by customer, however the name is written, for 30 days', async () => {
    const till = await createTill();
    const bring = (returnId: string, customer: string) =>
      completeBlindReturn(till.store, BY_MANAGER, {
        ...input,
        returnId,
        customer,
      });
    expect((await bring('one', 'Dana 7700')).ok).toBe(true);
    expect(await bring('one', 'Dana 7700')).toEqual(fail({ type: 'already_done' }));
    expect((await bring('two', 'dana, 77-00')).ok).toBe(true);
    expect((await bring('three', ' DANA 7700')).ok).toBe(true);
    expect(await bring('four', 'Dana 7700')).toEqual(fail({ type: 'blind_too_often', count: 3 }));
    expect((await bring('five', 'Olga')).ok).toBe(true);
    till.clock.now = '2026-02-02T11:00:00.000Z';
    expect((await bring('six', 'Dana 7700')).ok).toBe(true);
  });

  test('are counted in the whole chain: what came down and what the server tells, each return once', async () => {
    const till = await createTill();
    const customerHash = await blindCustomerHash(input.customer, webCrypto);
    const other = (seq: number, at = AT): BlindReturnFact => ({
      operationId: operationId('TWO-01_1', seq),
      storeId: 'TWO',
      at,
      total: minor(10_000),
    });
    const bring = (returnId: string, told: readonly BlindReturnFact[] | null) =>
      completeBlindReturn(till.store, BY_MANAGER, { ...input, returnId, ask: async () => told });
    const tooOften = fail({ type: 'blind_too_often', count: 3 });
    expect(await bring('asked', [other(1), other(2), other(3)])).toEqual(tooOften);
    expect((await bring('mine', [other(1), other(2, '2025-11-02T11:00:00.000Z')])).ok).toBe(true);
    await till.pull('references', {
      [`blindReturns:${customerHash}`]: {
        type: 'blindReturns',
        value: { customerHash, returns: [other(1), other(2)] },
      },
    });
    expect(await bring('offline', null)).toEqual(tooOften);
    expect(await bring('online', [other(1), other(2)])).toEqual(tooOften);
  });

  test('R6: are taken with a manager only', async () => {
    const till = await createTill();
    expect(await completeBlindReturn(till.store, ACTOR, input)).toEqual(
      fail({ type: 'manager_needed', reasons: ['no_receipt'] }),
    );
    expect(await typesOf(till)).toEqual([]);
  });
});
