import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import {
  anyBasket,
  anyGiftCards,
  anyPromotions,
  AT,
  basketLine,
  basketOf,
} from '../baskets.fixture.ts';
import type { BasketLine } from '../pricing/basket.ts';
import { giftCardLine, giftCardTotal, isGiftCard } from '../pricing/gift-card.ts';
import { checkPricedLines } from '../pricing/check-priced-lines.ts';
import { isWithinLimit } from '../pricing/manual-discounts.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { NO_PROMOTIONS } from '../pricing/promotion-book.ts';
import { decideSale } from './decide.ts';

const POINTS_OFF = fc.integer({ min: 0, max: 100_000 }).map(minor);

describe('given gift cards in a basket', () => {
  test('R13: each costs what is put on it, without tax or discount, and the rest what it costs without them', () => {
    fc.assert(
      fc.property(
        anyBasket,
        anyGiftCards,
        anyPromotions,
        POINTS_OFF,
        fc.boolean(),
        (basket, cards, book, points, isFirst) => {
          const lines = isFirst ? [...cards, ...basket.lines] : [...basket.lines, ...cards];
          const discounted = { ...basket, points };
          const without = priceBasket(discounted, book, AT);
          const priced = priceBasket({ ...discounted, lines }, book, AT);
          expect(priced.lines.filter((line) => !isGiftCard(line))).toEqual(without.lines);
          expect(priced.lines.filter(isGiftCard)).toMatchObject(
            cards.map(({ unitPrice: total }) => ({
              gross: total,
              net: total,
              total,
              tax: 0,
              discounts: [],
            })),
          );
          expect(priced.totals.total - giftCardTotal(priced.lines)).toBe(without.totals.total);
          expect(checkPricedLines({ ...priced, taxInclusive: basket.taxInclusive })).toEqual([]);
        },
      ),
    );
  });

  test('R13: they make no room for what people may take off', () => {
    const cards = [giftCardLine('card', 'GIFT-1', minor(1_000_000))];
    const tea = basketLine({ discount: { type: 'amount', amount: minor(617) } });
    const { lines } = priceBasket(basketOf([tea, ...cards]), NO_PROMOTIONS, AT);
    expect(isWithinLimit(lines, 5000)).toBe(true);
    expect(isWithinLimit(lines, 1000)).toBe(false);
  });
});

const LIMITS = { least: minor(1000), most: minor(50_000) };
const CARD = giftCardLine('card', 'GIFT-1', minor(5000));
const TEA = basketLine();

const sell = (lines: readonly BasketLine[], byCard: number, asked = LIMITS) =>
  decideSale({
    orderId: 'order',
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 7,
    customerId: null,
    basket: basketOf(lines),
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    giftCards: asked,
    offers: [
      { id: 'value', tender: 'gift_card' as const, tendered: minor(byCard), reference: 'OTHER' },
      { id: 'cash', tender: 'cash' as const, tendered: minor(100_000), reference: null },
    ].filter(({ tendered }) => tendered > 0),
    cashIncrement: 1,
    at: AT,
  });

describe('given a gift card to sell', () => {
  test('when it lies beside goods, then one sale has both, and its code', () => {
    expect(sell([TEA, CARD], 0)).toMatchObject({
      ok: true,
      value: {
        totals: { total: 6234 },
        lines: [{ kind: 'goods' }, { kind: 'gift_card', particulars: { giftCard: 'GIFT-1' } }],
      },
    });
  });

  test.each([
    ['with less on it than may be', giftCardLine('card', 'GIFT-1', minor(999))],
    ['with more', giftCardLine('card', 'GIFT-1', minor(50_001))],
    ['two at once', { ...CARD, quantity: units(2) }],
  ])('R13: when it is one %s, then it is not sold', (_, card) => {
    const problem = { type: 'gift_card_amount_wrong', ...LIMITS };
    expect(sell([TEA, card], 0)).toEqual({ ok: false, problem });
  });

  test.each(['', '123', 'GIFT 1', 'Ж'.repeat(8), '1'.repeat(65)])(
    'R13: when its code is "%s", then it is not sold',
    (code) => {
      const problem = { type: 'gift_card_code_wrong' };
      expect(sell([giftCardLine('card', code, minor(5000))], 0)).toEqual({ ok: false, problem });
    },
  );

  test('R13: when the same card lies there twice, then it is not sold', () => {
    const again = giftCardLine('again', 'GIFT-1', minor(2000));
    expect(sell([CARD, again], 0)).toEqual({ ok: false, problem: { type: 'gift_card_twice' } });
  });

  test('R13: when stored value pays, then it pays for the goods and no more', () => {
    expect(sell([TEA, CARD], 1234).ok).toBe(true);
    const problem = { type: 'gift_card_not_by_value', over: 1 };
    expect(sell([TEA, CARD], 1235)).toEqual({ ok: false, problem });
  });

  test('R13: when a customer pays, then points are earned on the goods alone', () => {
    const rule = { perHundred: 5, worth: 100, smallestSpend: 1, asTender: false, offlineLimit: 0 };
    const earnedBy = (lines: readonly BasketLine[], total: number) => {
      const sale = decideSale({
        orderId: 'order',
        number: 'N-1',
        currency: 'KZT',
        catalogVersion: 7,
        customerId: 'dana',
        basket: basketOf(lines),
        promotions: NO_PROMOTIONS,
        pricedAt: AT,
        giftCards: LIMITS,
        points: { rule, known: null, paid: 0 },
        offers: [{ id: 'card', tender: 'card', tendered: minor(total), reference: null }],
        cashIncrement: 1,
        at: AT,
      });
      return sale.ok ? sale.value.points?.earned : sale.problem;
    };
    const dear = basketLine({ unitPrice: minor(100_000) });
    expect(earnedBy([dear, CARD], 105_000)).toBe(earnedBy([dear], 100_000));
  });
});
