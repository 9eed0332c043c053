import { AT } from '#shared/domain/baskets.fixture.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { NO_PROMOTIONS, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { median, p95 } from './percentile.ts';
import { benchBasket, benchBook, createRandom, tangledBook } from './pricing-shop.ts';
import { report } from './report.ts';

const BASKETS = 1000;
const TURNS = 5;
/** Until the engine is compiled; it is in a till after the first customers. */
const WARM = 300;
/** What a scan may wait for its price, milliseconds. */
const GOAL = 5;

const timeOf = (basket: Basket, book: PromotionBook): number => {
  const from = performance.now();
  priceBasket(basket, book, AT);
  return performance.now() - from;
};

/** Of each basket the median of some turns: another process that has the machine is no part of a price. */
const timesOf = (baskets: readonly Basket[], book: PromotionBook): number[] =>
  baskets.map((basket) => median(Array.from({ length: TURNS }, () => timeOf(basket, book))));

/** Bundles that all want the same pieces, beside as many as the search takes together. */
const TANGLED = 100;
const TOGETHER = 5;
const TANGLED_BASKETS = 40;

/** A basket of 30 lines with 200 promotions in force, beside the same lines with none. */
export const pricing = (): Promise<void> => {
  const random = createRandom(1);
  const book = benchBook(random);
  const baskets = Array.from({ length: BASKETS }, () => benchBasket(random));
  timesOf(baskets.slice(0, WARM), book);
  timesOf(baskets.slice(0, WARM), NO_PROMOTIONS);
  const plain = p95(timesOf(baskets, NO_PROMOTIONS));
  const value = p95(timesOf(baskets, book));
  const floor = { value: plain, unit: 'ms', name: 'the same lines with nothing on offer' };
  report('pricing-p95', { value, unit: 'ms' }, floor);
  const some = baskets.slice(0, TANGLED_BASKETS);
  const few = p95(timesOf(some, tangledBook(TOGETHER)));
  const many = p95(timesOf(some, tangledBook(TANGLED)));
  const together = { value: few, unit: 'ms', name: `the same lines with ${TOGETHER} such bundles` };
  report('pricing-tangled-bundles-p95', { value: many, unit: 'ms' }, together);
  if (value > GOAL) throw new Error(`pricing: ${value} ms is over ${GOAL} ms`);
  return Promise.resolve();
};
