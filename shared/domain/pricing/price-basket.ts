import {
  add,
  allocate,
  type Minor,
  minor,
  percentOf,
  subtract,
  ZERO,
} from '#shared/kernel/money.ts';
import { NONE, priceTimes, type Quantity } from '#shared/kernel/quantity.ts';
import { alikeKey } from './alike-key.ts';
import type { Basket, BasketLine, ManualDiscount, PriceOverride } from './basket.ts';
import { basketOffers } from './basket-offers.ts';
import { goodsOffers, type Saving } from './goods-offers.ts';
import { isGiftCard } from './gift-card.ts';
import { NOBODY } from './in-force.ts';
import { onTopOffers } from './on-top-offers.ts';
import type { PromotionBook } from './promotion-book.ts';
import type { Discount, PricedLine, Totals } from './schema.ts';
import { taxesOf } from './tax.ts';

export type PricedBasket = { readonly lines: PricedLine[]; readonly totals: Totals };

type Discounted = {
  readonly line: BasketLine;
  readonly gross: Minor;
  readonly discounts: Discount[];
  net: Minor;
};

const wantedOff = (
  discount: ManualDiscount | PriceOverride,
  base: Minor,
  quantity: Quantity,
): number => {
  switch (discount.type) {
    case 'percent':
      return percentOf(base, discount.rate);
    case 'amount':
      return discount.amount;
    case 'price':
      return base - priceTimes(discount.price, quantity);
  }
};

const manualAmount = (discount: BasketLine['discount'], base: Minor, quantity: Quantity): Minor =>
  discount === null
    ? ZERO
    : minor(Math.max(0, Math.min(wantedOff(discount, base, quantity), base)));

const take = (priced: Discounted, discount: Discount) => {
  if (discount.amount === 0) return;
  priced.discounts.push(discount);
  priced.net = subtract(priced.net, discount.amount);
};

const takePromotion = (priced: Discounted, { promotion, amount }: Saving) =>
  take(priced, { kind: 'promotion', promotionId: promotion.id, name: promotion.name, amount });

const takeManual = (
  priced: Discounted,
  kind: 'line' | 'basket',
  amount: Minor,
  given: BasketLine['discount'],
) => {
  const reason = given?.reason === undefined ? {} : { reason: given.reason };
  take(priced, { kind, promotionId: null, name: null, amount, ...reason });
};

/** An amount off the whole basket, spread over its lines; never more than they cost. */
const takeOffAll = (
  discounted: readonly Discounted[],
  wanted: number,
  takeShare: (priced: Discounted, amount: Minor) => void,
): void => {
  const nets = discounted.map(({ net }) => net);
  const shares = allocate(minor(Math.min(wanted, add(...nets))), nets);
  discounted.forEach((priced, index) => takeShare(priced, shares[index] ?? ZERO));
};

const alikeOf = (discounted: readonly Discounted[]): Discounted[][] => {
  const byKey = new Map<string, Discounted[]>();
  for (const priced of discounted) {
    const key = alikeKey(priced.line);
    const known = byKey.get(key);
    if (known) known.push(priced);
    else byKey.set(key, [priced]);
  }
  return [...byKey.values()];
};

/** Every promotion: of the goods, on top of those, then of the basket. */
const takePromotions = (
  discounted: readonly Discounted[],
  { lines, buyer = NOBODY }: Basket,
  book: PromotionBook,
  at: string,
): void => {
  const inForce = book.inForce(buyer, at);
  if (inForce.size === 0) return;
  const offers = goodsOffers(lines, book, inForce);
  for (const [index, priced] of discounted.entries()) {
    for (const saving of offers[index] ?? []) takePromotion(priced, saving);
  }
  const promoted = new Set<Discounted>();
  for (const alike of alikeOf(discounted)) {
    const nets = alike.map(({ net }) => net);
    for (const { promotion, amount } of onTopOffers(alike, add(...nets), book, inForce)) {
      const shares = allocate(
        amount,
        alike.map(({ net }) => net),
      );
      for (const [index, priced] of alike.entries())
        takePromotion(priced, { promotion, amount: shares[index] ?? ZERO });
    }
    if (alike.some(({ discounts }) => discounts.length > 0))
      for (const priced of alike) promoted.add(priced);
  }
  const reduced = discounted.map((priced) => ({
    line: priced.line,
    isPromoted: promoted.has(priced),
    net: priced.net,
  }));
  for (const { promotion, shares } of basketOffers(reduced, book, inForce))
    for (const [index, priced] of discounted.entries())
      takePromotion(priced, { promotion, amount: shares[index] ?? ZERO });
};

/**
 * Works out what a basket costs: promotions, what people take off lines on what is left, what they take off the basket
 * and what points do spread over the lines, then tax. A gift card costs what is put on it, whatever else holds (rule R13).
 * The one price engine of every channel (rule R9).
 */
export const priceBasket = (basket: Basket, book: PromotionBook, at: string): PricedBasket => {
  const discounted = basket.lines.map((line): Discounted => {
    const gross = priceTimes(line.unitPrice, line.quantity);
    return { line, gross, discounts: [], net: gross };
  });
  const products = discounted.filter(({ line }) => !isGiftCard(line));
  takePromotions(products, { ...basket, lines: products.map(({ line }) => line) }, book, at);
  for (const priced of products) {
    const { discount, quantity } = priced.line;
    takeManual(priced, 'line', manualAmount(discount, priced.net, quantity), discount);
  }
  const subtotal = add(...products.map(({ net }) => net));
  takeOffAll(products, manualAmount(basket.discount, subtotal, NONE), (priced, amount) =>
    takeManual(priced, 'basket', amount, basket.discount),
  );
  takeOffAll(products, basket.points ?? ZERO, (priced, amount) =>
    take(priced, { kind: 'points', promotionId: null, name: null, amount }),
  );
  const taxes = taxesOf(
    discounted.map(({ line: { taxRate }, net }) => ({ taxRate, net })),
    basket.taxInclusive,
  );
  const lines = discounted.map(({ line, gross, discounts, net }, index): PricedLine => {
    const tax = taxes[index] ?? ZERO;
    const { id, sku, name, kind, unit, quantity, unitPrice, taxRate, particulars } = line;
    const total = basket.taxInclusive ? net : add(net, tax);
    return {
      id,
      sku,
      name,
      kind,
      unit,
      quantity,
      unitPrice,
      gross,
      discounts,
      net,
      taxRate,
      tax,
      total,
      ...(particulars && { particulars }),
    };
  });
  return { lines, totals: totalsOf(lines) };
};

export const totalsOf = (lines: readonly PricedLine[]): Totals => {
  const gross = add(...lines.map((line) => line.gross));
  return {
    gross,
    discount: subtract(gross, add(...lines.map((line) => line.net))),
    tax: add(...lines.map((line) => line.tax)),
    total: add(...lines.map((line) => line.total)),
    rounding: ZERO,
  };
};
