import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import type { Goods, Promotion } from '#shared/domain/pricing/promotion.ts';
import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { basketLine, goods, promotion } from '#shared/domain/baskets.fixture.ts';

const PRODUCTS = 600;
const CATEGORIES = 12;
const PROMOTIONS = 200;
const LINES = 30;

export type Random = { readonly below: (limit: number) => number };

/** The same numbers for the same seed (mulberry32). */
export const createRandom = (seed: number): Random => {
  let state = seed;
  return {
    below: (limit) => {
      state = (state + 0x6d_2b_79_f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
};

const skuOf = (index: number): string => `SKU-${index}`;
const categoryOf = (index: number): string => `category-${index % CATEGORIES}`;

const someGoods = ({ below }: Random): Goods =>
  below(4) === 0
    ? goods({ categoryIds: [categoryOf(below(CATEGORIES))], exceptSkus: [skuOf(below(PRODUCTS))] })
    : goods({ skus: Array.from({ length: 3 + below(20) }, () => skuOf(below(PRODUCTS))) });

const someOffer = (random: Random): Promotion['offer'] => {
  const { below } = random;
  const rate = 500 + below(3000);
  const kind = below(20);
  if (kind < 8) return { type: 'percent', goods: someGoods(random), rate };
  if (kind < 10) return { type: 'amount', goods: someGoods(random), amount: minor(500) };
  if (kind < 12) return { type: 'fixed_price', goods: someGoods(random), price: minor(20_000) };
  if (kind < 16)
    return { type: 'buy_get', goods: someGoods(random), buy: 1 + below(3), get: 1, rate: 10_000 };
  if (kind < 18) {
    const parts = Array.from({ length: 2 + below(2) }, () => ({
      goods: someGoods(random),
      count: 1 + below(2),
    }));
    return { type: 'bundle', parts, price: minor(60_000) };
  }
  const step = (minimum: number, share: number) => ({
    minimum: minor(minimum),
    off: { type: 'percent', rate: share } as const,
  });
  const steps = [step(500_000, 200), step(1_000_000, 400)];
  return { type: 'basket', goods: goods({ all: true }), steps, onPromoted: below(2) === 0 };
};

/** 200 promotions of every kind that hold now, over the goods of a supermarket's most sold shelves. */
export const benchBook = (random: Random): PromotionBook =>
  promotionBook(
    Array.from({ length: PROMOTIONS }, (_, index) =>
      promotion({
        id: `p${index}`,
        offer: someOffer(random),
        priority: random.below(10) === 0 ? 7 : 5,
      }),
    ),
    { storeId: 'ONE', channel: 'store', timeZone: 'Asia/Almaty' },
  );

const PARTS = 8;

/** Bundles of as many parts as there may be, of any goods. */
export const tangledBook = (bundles: number): PromotionBook =>
  promotionBook(
    Array.from({ length: bundles }, (_, index) => {
      const parts = Array.from({ length: PARTS }, (_part, part) => ({
        goods: goods({ all: true, exceptSkus: [skuOf((index * PARTS + part) % PRODUCTS)] }),
        count: 1,
      }));
      return promotion({
        id: `b${index}`,
        offer: { type: 'bundle', parts, price: minor(60_000 + index) },
      });
    }),
    { storeId: 'ONE', channel: 'store', timeZone: 'Asia/Almaty' },
  );

const someLine = ({ below }: Random, id: string): BasketLine => {
  const index = below(PRODUCTS);
  const isWeighed = index % 10 === 0;
  return basketLine({
    id,
    sku: skuOf(index),
    categoryId: categoryOf(index),
    unit: isWeighed ? 'kilogram' : 'piece',
    quantity: isWeighed ? quantity(100 + below(3000)) : units(1 + below(4)),
    unitPrice: minor(100 * (100 + ((index * 37) % 900))),
  });
};

/** Thirty lines of pieces and goods by weight. */
export const benchBasket = (random: Random): Basket => ({
  taxInclusive: true,
  lines: Array.from({ length: LINES }, (_, index) => someLine(random, `${index + 1}`)),
  discount: null,
});
