import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPromotions, type HeldPromotions } from '#shared/domain/pricing/check-promotions.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { codesUsed } from '#shared/domain/pricing/promo-codes.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { anyShopping, type Shopping } from './any-offers.ts';
import { atTill, bookFor } from './check-shopping.ts';

/** What the server knows where these are all that promotions ever were. */
const heldWith = (
  { products, at }: Shopping,
  versions: readonly (readonly Promotion[])[],
): HeldPromotions => {
  const ids = new Set(versions.flatMap((all) => all.map(({ id }) => id)));
  return {
    storeId: 'ONE',
    from: at,
    to: at,
    promotions: new Map(
      [...ids].map((id) => [id, versions.flatMap((all) => all.filter((one) => one.id === id))]),
    ),
    categories: new Map([...products].map(([sku, { categoryId }]) => [sku, [categoryId]])),
  };
};

const soldIn = (shopping: Shopping) => {
  const book = bookFor(shopping.promotions, 'store');
  const { lines } = priceBasket(atTill(shopping), book, shopping.at);
  return { lines, codes: codesUsed(lines, book) };
};

test('R11: what the till’s own engine takes off is never doubted', () => {
  fc.assert(
    fc.property(anyShopping, (shopping) => {
      const held = heldWith(shopping, [shopping.promotions]);
      expect(checkPromotions(soldIn(shopping), held)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('R11: nor that of a till which does not know yet how promotions were changed', () => {
  fc.assert(
    fc.property(anyShopping, anyShopping, (shopping, { promotions }) => {
      const held = heldWith(shopping, [shopping.promotions, promotions]);
      expect(checkPromotions(soldIn(shopping), held)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('R11: given without its promotion, every one of them is told', () => {
  fc.assert(
    fc.property(anyShopping, (shopping) => {
      const sold = soldIn(shopping);
      const given = sold.lines.flatMap(({ discounts }) => discounts);
      expect(checkPromotions(sold, heldWith(shopping, []))).toHaveLength(given.length);
    }),
    { numRuns: 100 },
  );
});
