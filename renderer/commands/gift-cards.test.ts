import { describe, expect, test } from 'vitest';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { StoredValueAnswer } from '#shared/domain/payment/stored-value.ts';
import { giftCardLine } from '#shared/domain/pricing/gift-card.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { statusId } from '#shared/protocol/documents.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill } from '../store/till.fixture.ts';
import { offerStoredValue } from './check-stored-value.ts';
import { completeSale } from './complete-sale.ts';
import { cardRefusal, cardsRefusal } from './gift-card-refusal.ts';
import { lookUpBalance } from './look-up-balance.ts';

const NOWHERE = async (): Promise<StoredValueAnswer> => ({ type: 'not_reached' });
const UNKNOWN = async (): Promise<StoredValueAnswer> => ({ type: 'no_such_code' });
const told = (balance: number) => async (): Promise<StoredValueAnswer> => ({
  type: 'told',
  currency: 'KZT',
  balance: minor(balance),
});

const offer = (tender: Offer['tender'], tendered: number): Offer => ({
  id: tender,
  tender,
  tendered: minor(tendered),
  reference: tender === 'cash' ? null : 'OTHER',
});

const withCard = (amount: number, code = 'GIFT-1') => {
  const tea = basketOf('TEA');
  return { ...tea, lines: [...tea.lines, giftCardLine('2', code, minor(amount))] };
};

const sell = (
  { store }: TestTill,
  amount: number,
  offers: readonly Offer[] = [offer('cash', 10_000 + amount)],
) =>
  completeSale(store, ACTOR, {
    orderId: 'sold',
    basket: withCard(amount),
    customerId: null,
    offers,
    pricedAt: AT,
    discountLimit: 0,
  });

const PART = { tender: 'gift_card' as const, code: 'GIFT-1', left: minor(9000), beside: [] };

describe('a gift card that this till sold', () => {
  test.each([
    ['nobody can be asked', NOWHERE],
    ['the server has not heard of it', UNKNOWN],
    ['the server knows an older card that is spent', told(0)],
  ])('R13: is not taken while its sale is unheard and %s', async (_, ask) => {
    const till = await createTill();
    expect((await sell(till, 5000)).ok).toBe(true);
    const refused = fail({ type: 'stored_value_not_confirmed' });
    expect(await offerStoredValue(till.store, ask, PART)).toEqual(refused);
  });

  test.each([NOWHERE, UNKNOWN])(
    'R13: is told to be not confirmed yet when its balance is asked',
    async (ask) => {
      const till = await createTill();
      await sell(till, 5000);
      const refused = fail({ type: 'stored_value_not_confirmed' });
      expect(await lookUpBalance(till.store, ask, 'GIFT-1')).toEqual(refused);
    },
  );

  test('R13: is taken once the server holds its sale, with a network and without, and not when it keeps that aside', async () => {
    const till = await createTill();
    const sold = await sell(till, 5000);
    if (!sold.ok) throw new Error('a sale was expected');
    const { journalId, seq, id, hash } = sold.value;
    const known = await readSyncState(till.store.ledger);
    await writeSyncState(till.store.ledger, { ...known, acknowledged: { [journalId]: seq } });
    for (const ask of [told(5000), NOWHERE])
      expect(await offerStoredValue(till.store, ask, PART)).toMatchObject({
        ok: true,
        value: { tendered: 5000, reference: 'GIFT-1' },
      });
    const keptAside = { id, hash, status: 'quarantined', reason: 'operation_malformed' } as const;
    await till.pull('statuses:ONE-01', { [statusId(sold.value)]: keptAside });
    const refused = fail({ type: 'stored_value_not_confirmed' });
    expect(await offerStoredValue(till.store, NOWHERE, PART)).toEqual(refused);
  });

  test('R13: that was loaded has what the server tells, and not what it has yet to hear of', async () => {
    const till = await createTill();
    await sell(till, 5000);
    const offered = await offerStoredValue(till.store, told(2000), PART);
    expect(offered).toMatchObject({ ok: true, value: { tendered: 2000 } });
    const balance = await lookUpBalance(till.store, told(2000), 'GIFT-1');
    expect(balance).toMatchObject({ ok: true, value: { balance: 2000, isNow: true } });
  });
});

describe('a gift card in a basket', () => {
  test('R13: is refused before money moves: its amount, its code, stored value that would pay for it', async () => {
    const till = await createTill();
    const refusal = (amount: number, code: string, offers: readonly Offer[]) =>
      cardsRefusal(till.store, { basket: withCard(amount, code), pricedAt: AT, offers });
    expect(refusal(5000, 'GIFT-1', [offer('gift_card', 10_000)])).toBeNull();
    expect(refusal(5000, 'GIFT-1', [offer('store_credit', 10_001)])).toEqual({
      type: 'gift_card_not_by_value',
      over: 1,
    });
    expect(refusal(99, 'GIFT-1', [])).toMatchObject({ type: 'gift_card_amount_wrong' });
    expect(refusal(5000, 'NO', [])).toEqual({ type: 'gift_card_code_wrong' });
    const again = giftCardLine('3', 'GIFT-1', minor(700));
    const twice = cardRefusal(till.store, again, withCard(5000));
    expect(twice).toEqual({ type: 'gift_card_twice' });
  });

  test('R13: is not sold for stored value, and is when the money is taken already', async () => {
    const till = await createTill();
    const offers = [offer('gift_card', 15_000)];
    expect(await sell(till, 5000, offers)).toEqual(
      fail({ type: 'gift_card_not_by_value', over: 5000 }),
    );
    const basket = withCard(99);
    const taken = { orderId: 'taken', basket, customerId: null, pricedAt: AT };
    const byCard = [offer('card', 10_099)];
    expect((await completeSale(till.store, ACTOR, { ...taken, offers: byCard })).ok).toBe(true);
  });
});
