import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor, subtract } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import {
  anyBasket,
  AT,
  basketLine,
  basketOf,
  bookOf,
  goods,
  isWhole,
  promotion,
} from '../baskets.fixture.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { type CompleteSale, decideSale } from './decide.ts';

const command = (change: Partial<CompleteSale> = {}): CompleteSale => ({
  orderId: 'order',
  number: 'N-1',
  currency: 'KZT',
  catalogVersion: 7,
  customerId: null,
  basket: basketOf([basketLine()]),
  promotions: NO_PROMOTIONS,
  pricedAt: AT,
  offers: [{ id: 'cash', tender: 'cash', tendered: minor(2000), reference: null }],
  cashIncrement: 100,
  at: AT,
  ...change,
});

describe('given a basket and money for it', () => {
  test('when it is sold, then the sale says what was bought, paid and rounded', () => {
    const sale = decideSale(command());
    expect(sale.ok && sale.value).toMatchObject({
      orderId: 'order',
      catalogVersion: 7,
      totals: { total: 1234, rounding: -34 },
      payments: [{ tender: 'cash', tendered: 2000, amount: 1200, change: 800 }],
    });
  });

  test('when any basket is sold, then nothing in the sale is a fraction', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const { total } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
        const offers = [{ id: 'p', tender: 'card' as const, tendered: total, reference: null }];
        const sale = decideSale(command({ basket, offers }));
        expect(sale.ok && isWhole(sale.value)).toBe(true);
      }),
    );
  });
});

describe('a sale that cannot be', () => {
  const line = basketLine({ quantity: quantity(0) });
  test.each([
    [{ basket: basketOf([]) }, { type: 'basket_empty' }],
    [{ basket: basketOf([line]) }, { type: 'quantity_not_positive', lineId: 'a' }],
    [{ offers: [] }, { type: 'tender_short', missing: subtract(minor(1234), minor(0)) }],
  ])('%j is %j', (change, problem) => {
    expect(decideSale(command(change))).toEqual({ ok: false, problem });
  });
});

describe('given a code that each customer has once, and a basket that it takes something off', () => {
  const once = promotion({
    id: 'once',
    code: 'WELCOME',
    oncePerCustomer: true,
    offer: { type: 'percent', goods: goods({ all: true }), rate: 1000 },
  });
  const coded = command({
    basket: { ...basketOf([basketLine()]), buyer: { groupIds: [], codes: ['WELCOME'] } },
    promotions: bookOf([once]),
    customerId: 'dana',
  });
  const codeUses = [{ promotionId: 'once', at: AT }];

  test('when its customer is known to have used it, then nothing is sold, and it says which and when', () => {
    const problem = { type: 'code_used', code: 'WELCOME', at: AT };
    expect(decideSale({ ...coded, codeUses })).toEqual({ ok: false, problem });
  });

  test.each([
    ['it is taken out of the basket', { basket: basketOf([basketLine()]), codeUses }],
    ['they used another', { codeUses: [{ promotionId: 'other', at: AT }] }],
    ['the money is taken already, and must find its sale', {}],
  ])('when %s, then it is sold', (_, change) => {
    expect(decideSale({ ...coded, ...change }).ok).toBe(true);
  });
});
