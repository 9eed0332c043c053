import { describe, expect, test } from 'vitest';
import type { StoredValueAnswer } from '#shared/domain/payment/stored-value.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACTOR, AT, createTill, webOrder } from '../store/till.fixture.ts';
import { rememberBalance, toldBalance } from '../store/told-balances.ts';
import { completeReturn } from './complete-return.ts';
import { payOrder } from './hand-over.ts';
import { lookUpBalance } from './look-up-balance.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

const CODE = 'GIFT-7F3K';
const told = (balance: number) => async (): Promise<StoredValueAnswer> => ({
  type: 'told',
  currency: 'KZT',
  balance: minor(balance),
});
const silent = async (): Promise<StoredValueAnswer> => ({ type: 'not_reached' });
const unknown = async (): Promise<StoredValueAnswer> => ({ type: 'no_such_code' });

describe('what is left on a gift card', () => {
  test('R13: with the network it is the server’s word, without it the last one, less what was spent here since', async () => {
    const till = await createTill();
    const { store, clock } = till;
    expect(await lookUpBalance(store, told(50_000), CODE)).toEqual(
      ok({ currency: 'KZT', balance: 50_000, at: AT, isNow: true }),
    );
    const last = { currency: 'KZT', isNow: false };
    expect(await lookUpBalance(store, silent, CODE)).toEqual(
      ok({ ...last, balance: 50_000, at: AT }),
    );
    const order = webOrder('w', 'TEA');
    await till.pull('orders:ONE', { w: order });
    clock.now = '2026-01-02T12:00:00.000Z';
    const gift = {
      id: 'g',
      tender: 'gift_card',
      tendered: minor(10_000),
      reference: CODE,
    } as const;
    expect((await payOrder(store, ACTOR, { orderId: 'w', offers: [gift] })).ok).toBe(true);
    const left = { balance: 40_000, at: '2026-01-02T12:00:00.000Z' };
    expect(await lookUpBalance(store, silent, CODE)).toEqual(ok({ ...last, ...left }));
    // The server has not heard of it yet.
    expect(await lookUpBalance(store, told(50_000), CODE)).toEqual(
      ok({ currency: 'KZT', isNow: true, ...left }),
    );
    expect(await lookUpBalance(store, silent, CODE)).toEqual(ok({ ...last, ...left }));
  });

  test('S8: what this till gave is known here before the server has heard of it', async () => {
    const till = await createTill();
    const sold = await soldAt(till);
    const refund = { tender: 'gift_card' as const, amount: minor(10_000), reference: CODE };
    const back = teaBack(sold, { refunds: [refund], creditConsent: true, customer: 'Dana' });
    const given = await completeReturn(till.store, { ...ACTOR, approvedBy: 'saule' }, back);
    expect(given.ok).toBe(true);
    const known = ok({ currency: 'KZT', balance: 10_000, at: AT, isNow: false });
    expect(await lookUpBalance(till.store, unknown, CODE)).toEqual(known);
    // It may have heard of it a moment ago: what it says is not counted twice.
    expect(await lookUpBalance(till.store, told(10_000), CODE)).toMatchObject({
      value: { balance: 10_000, isNow: true },
    });
    expect(await lookUpBalance(till.store, silent, CODE)).toEqual(known);
  });

  test('a code that nobody gave, and one that cannot be asked about, are told apart', async () => {
    const { store } = await createTill();
    expect(await lookUpBalance(store, unknown, CODE)).toEqual(
      fail({ type: 'stored_value_unknown' }),
    );
    expect(await lookUpBalance(store, silent, CODE)).toEqual(
      fail({ type: 'balance_not_known_offline' }),
    );
  });

  test('no code lies on the disk, and the oldest are forgotten', async () => {
    const { store, clock } = await createTill();
    for (let asked = 0; asked < 301; asked += 1) {
      clock.now = new Date(Date.parse(AT) + asked * 1000).toISOString();
      await rememberBalance(store, `CODE-${asked}`, { currency: 'KZT', balance: asked });
    }
    expect(await toldBalance(store, 'CODE-0')).toBeNull();
    expect(await toldBalance(store, 'CODE-1')).toMatchObject({ balance: 1 });
    expect(await toldBalance(store, 'CODE-300')).toMatchObject({ balance: 300 });
    expect(JSON.stringify(await store.ledger.readLocal('told-balances'))).not.toContain('CODE-');
  });
});
