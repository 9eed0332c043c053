import type { ProductKind, Unit } from '../catalog/schema.ts';
import {
  add,
  allocate,
  type Minor,
  minor,
  percentOf,
  subtract,
  ZERO,
} from '#shared/kernel/money.ts';
import { priceTimes, type Quantity } from '#shared/kernel/quantity.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import { bestPromotion } from './best-promotion.ts';
import type { Discount, PricedLine, Promotion, Totals } from './schema.ts';
import { taxesOf } from './tax.ts';

/** A discount a person gives: a share of the amount (basis points) or an amount, never below zero. */
export type ManualDiscount =
  | { readonly type: 'percent'; readonly rate: number }
  | { readonly type: 'amount'; readonly amount: Minor };

/** A line before its price is worked out. `unitPrice` is frozen when the line is added (rule R10). */
export type BasketLine = {
  readonly id: string;
  readonly sku: string;
  readonly name: LocalizedText;
  readonly categoryId: string;
  readonly kind: ProductKind;
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly unitPrice: Minor;
  /** Basis points. */
  readonly taxRate: number;
  readonly discount: ManualDiscount | null;
};

export type Basket = {
  readonly taxInclusive: boolean;
  readonly lines: readonly BasketLine[];
  readonly discount: ManualDiscount | null;
};

export type PricedBasket = { readonly lines: PricedLine[]; readonly totals: Totals };

type Discounted = {
  readonly line: BasketLine;
  readonly gross: Minor;
  readonly discounts: Discount[];
  net: Minor;
};

const manualAmount = (discount: ManualDiscount | null, base: Minor): Minor => {
  if (discount === null) return ZERO;
  const wanted = discount.type === 'percent' ? percentOf(base, discount.rate) : discount.amount;
  return minor(Math.max(0, Math.min(wanted, base)));
};

const take = (
  priced: Discounted,
  kind: Discount['kind'],
  amount: Minor,
  promotionId: string | null,
) => {
  if (amount === 0) return;
  priced.discounts.push({ kind, promotionId, amount });
  priced.net = subtract(priced.net, amount);
};

/**
 * Works out what a basket costs: the best promotion of each line, the line's manual discount on what is left,
 * the basket's discount spread over the lines, then tax. The one price engine of every channel (rule R9).
 */
export const priceBasket = (
  basket: Basket,
  promotions: readonly Promotion[],
  at: string,
): PricedBasket => {
  const discounted = basket.lines.map((line): Discounted => {
    const gross = priceTimes(line.unitPrice, line.quantity);
    const priced: Discounted = { line, gross, discounts: [], net: gross };
    const promotion = bestPromotion(line, promotions, at);
    if (promotion) take(priced, 'promotion', percentOf(gross, promotion.rate), promotion.id);
    take(priced, 'line', manualAmount(line.discount, priced.net), null);
    return priced;
  });
  const subtotal = add(...discounted.map(({ net }) => net));
  const shares = allocate(
    manualAmount(basket.discount, subtotal),
    discounted.map(({ net }) => net),
  );
  discounted.forEach((priced, index) => take(priced, 'basket', shares[index] ?? ZERO, null));
  const taxes = taxesOf(
    discounted.map(({ line: { taxRate }, net }) => ({ taxRate, net })),
    basket.taxInclusive,
  );
  const lines = discounted.map(({ line, gross, discounts, net }, index): PricedLine => {
    const tax = taxes[index] ?? ZERO;
    const { id, sku, name, kind, unit, quantity, unitPrice, taxRate } = line;
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
