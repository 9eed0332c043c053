import { addProduct, emptyBasket } from '#renderer/session/open-basket.ts';
import { priceLines } from '#server/channels/price-lines.ts';
import { checkPricedLines } from '#shared/domain/pricing/check-priced-lines.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket, type PricedBasket } from '#shared/domain/pricing/price-basket.ts';
import { codesUsed } from '#shared/domain/pricing/promo-codes.ts';
import { priceBook } from '#shared/domain/pricing/price-book.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { promotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { settings as settingsOf } from '../contract/shop.ts';
import type { Shopping } from './any-offers.ts';
import { holding, mostSaved, NOTHING, plus, type Savings } from './every-way.ts';
import { restByHand } from './rest-by-hand.ts';

const STORE = 'ONE';

/** What is wrong with the prices of one shopping; both empty = nothing. */
export type Verdict = {
  /** Prices that are not the same in two places, or do not add up. */
  readonly differences: readonly string[];
  /** Offers that would have been better for the customer. */
  readonly suboptimal: readonly string[];
};

const settingsFor = ({ taxInclusive }: Shopping) => ({
  ...settingsOf(STORE),
  timeZone: 'Asia/Almaty',
  taxInclusive,
});

export const bookFor = (promotions: readonly Promotion[], channel: 'store' | 'web') =>
  promotionBook(promotions, { storeId: STORE, channel, timeZone: 'Asia/Almaty' });

const pricesFor = ({ lists }: Shopping, channel: 'store' | 'web') =>
  priceBook(lists, { storeId: STORE, channel });

/** Codes that each customer has once are used up by what they took off, and by no more. */
const wronglyUsed = ({ lines }: PricedBasket, { promotions, buyer }: Shopping): string[] => {
  const uses = codesUsed(lines, bookFor(promotions, 'store'));
  const once = new Set(promotions.filter((one) => one.oncePerCustomer).map(({ id }) => id));
  const off = lines
    .flatMap(({ discounts }) => discounts)
    .filter(({ promotionId }) => promotionId !== null && once.has(promotionId))
    .reduce((sum, { amount }) => sum + amount, 0);
  const used = uses.reduce((sum, { amount }) => sum + amount, 0);
  const unsaid = uses.filter(({ code }) => !buyer.codes.includes(code));
  return used === off && unsaid.length === 0 ? [] : [`codes took off ${off}, used up ${used}`];
};

/** As the till does it: product after product into the open basket. */
export const atTill = (shopping: Shopping): Basket => {
  const { products, wanted, buyer, taxInclusive, at } = shopping;
  const prices = pricesFor(shopping, 'store');
  let open = emptyBasket('order', taxInclusive);
  for (const { sku, quantity } of wanted) {
    const product = products.get(sku);
    if (!product) continue;
    const price = {
      anyone: prices.priceOf(product, at),
      buyer: prices.priceOf(product, at, buyer.groupIds),
    };
    open = addProduct(open, product, quantity, settingsFor(shopping), price);
  }
  return { taxInclusive, lines: open.lines, discount: null, buyer };
};

type ByKind = {
  readonly savings: Savings;
  readonly nets: readonly bigint[];
  readonly promoted: readonly boolean[];
  readonly off: bigint;
};

/** What the engine says that promotions of goods saved, each piece having one, and what it left of the lines. */
const goodsPart = ({ lines }: PricedBasket, promotions: readonly Promotion[]): ByKind => {
  let savings = NOTHING;
  let off = 0n;
  const isSet = ({ offer }: Promotion) => offer.type === 'buy_get' || offer.type === 'bundle';
  const nets = lines.map(({ gross, discounts }) => {
    let net = BigInt(gross);
    for (const { promotionId, amount } of discounts) {
      const given = promotions.find(({ id }) => id === promotionId);
      if (!given) throw new Error(`no promotion ${promotionId}`);
      if (given.offer.type === 'basket') off += BigInt(amount);
      else if (isSet(given) || given.stacking === 'one') {
        net -= BigInt(amount);
        savings = plus(savings, given.priority, BigInt(amount));
      }
    }
    return net;
  });
  const promoted = nets.map((net, index) => net < BigInt(lines[index]?.gross ?? 0));
  return { savings, nets, promoted, off };
};

/** Prices a shopping at the till and on the web with the engine, and by hand in every way there is. */
export const checkShopping = (shopping: Shopping): Verdict => {
  const { products, promotions, wanted, buyer, at } = shopping;
  const differences: string[] = [];
  const suboptimal: string[] = [];
  const basket = atTill(shopping);
  const till = priceBasket(basket, bookFor(promotions, 'store'), at);
  const prices = pricesFor(shopping, 'web');
  const list = { settings: settingsFor(shopping), products, prices, at };
  const web = priceLines(wanted, { ...list, promotions: bookFor(promotions, 'web') }, buyer);
  if (!web.ok) return { differences: ['web'], suboptimal };
  if (JSON.stringify(web.value.totals) !== JSON.stringify(till.totals))
    differences.push(`web ${web.value.totals.total}, till ${till.totals.total}`);
  differences.push(...wronglyUsed(till, shopping));
  differences.push(...checkPricedLines({ ...till, taxInclusive: shopping.taxInclusive }));
  const live = holding(basket, promotions, STORE, at);
  const goods = goodsPart(till, promotions);
  const most = mostSaved(basket, live);
  if (most.join(' ') !== goods.savings.join(' '))
    suboptimal.push(`goods save ${goods.savings.join(' ')}, and could ${most.join(' ')}`);
  const { afterOnTop, saved } = restByHand(basket, live, goods.nets, goods.promoted);
  const left = BigInt(till.totals.gross - till.totals.discount);
  if (left + goods.off !== afterOnTop)
    differences.push(`after those on top ${left + goods.off}, by hand ${afterOnTop}`);
  if (saved !== null && saved !== goods.off)
    suboptimal.push(`the basket saves ${goods.off}, and could ${saved}`);
  return { differences, suboptimal };
};
