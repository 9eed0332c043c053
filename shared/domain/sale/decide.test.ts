import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor, subtract } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { anyBasket, AT, basketLine, basketOf, isWhole } from '../baskets.fixture.ts';
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
