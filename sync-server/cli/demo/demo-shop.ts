import { priceIn, type Product } from '#shared/domain/catalog/schema.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { type Offer, cashDue } from '#shared/domain/payment/settle.ts';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { type Quantity, quantity, units } from '#shared/kernel/quantity.ts';
import { createWeighted, type Random } from './random.ts';

/** What a store's customers find: its goods, its prices, and who comes. */
export type DemoShop = {
  readonly settings: StoreSettings;
  readonly catalogVersion: number;
  readonly products: readonly Product[];
  readonly promotions: PromotionBook;
  readonly customers: readonly Customer[];
};

export type Wanted = { readonly product: Product; readonly quantity: Quantity };

/** What lies on a tile sells most, the first ones above all. */
const popularity = ({ tile, kind }: Product): number => {
  if (kind === 'service') return 1;
  return tile === null ? 4 : 20 + Math.floor(1200 / (tile + 9));
};

const lineCount = createWeighted([1, 2, 3, 4, 5, 6, 8, 11], (count) =>
  Math.floor(60 / (count + 2)),
);

const quantityOf = ({ unit, price }: Product, random: Random): Quantity => {
  if (unit === 'kilogram') return quantity(200 + random.below(320) * 5);
  if (price > 300_000 || random.happens(78)) return units(1);
  return units(2 + random.below(3));
};

/** Chooses what one customer buys, no product twice. */
export const createChooser = (products: readonly Product[]): ((random: Random) => Wanted[]) => {
  const pickProduct = createWeighted(products, popularity);
  return (random) => {
    const chosen = new Set(Array.from({ length: lineCount(random) }, () => pickProduct(random)));
    return [...chosen].map((product) => ({ product, quantity: quantityOf(product, random) }));
  };
};

/** How a customer pays a sum: cash in whole notes or to the tenge, card, QR. */
export const offersFor = (
  total: Minor,
  id: string,
  { settings, at }: { readonly settings: StoreSettings; readonly at: string },
  random: Random,
): Offer[] => {
  if (total === 0) return [];
  const tender = createWeighted(['cash', 'card', 'qr'] as const, (kind) =>
    kind === 'qr' ? 20 : 40,
  )(random);
  if (tender !== 'cash') {
    const reference = tender === 'card' ? String(100_000 + random.below(900_000)) : null;
    return [{ id: `${id}-1`, tender, tendered: total, reference }];
  }
  const due = cashDue(total, ZERO, cashIncrementAt(settings, at));
  const tendered = random.pick([due, ...quickNotes(due, settings.notes)]);
  return [{ id: `${id}-1`, tender, tendered: minor(tendered), reference: null }];
};

/** A basket goes over the counter. */
export const sell = (
  { settings, promotions, customers, catalogVersion }: DemoShop,
  wanted: readonly Wanted[],
  {
    orderId,
    number,
    at,
  }: { readonly orderId: string; readonly number: string; readonly at: string },
  random: Random,
): Sale => {
  const basket: Basket = {
    taxInclusive: settings.taxInclusive,
    lines: wanted.map(({ product, quantity: count }, index) =>
      basketLineOf(product, String(index + 1), count, settings, priceIn(product, settings.storeId)),
    ),
    discount: random.happens(3) ? { type: 'percent', rate: 500 } : null,
  };
  const { totals } = priceBasket(basket, promotions, at);
  const sale = decideSale({
    orderId,
    number,
    currency: settings.currency,
    catalogVersion,
    customerId: random.happens(25) ? random.pick(customers).id : null,
    basket,
    promotions,
    pricedAt: at,
    offers: offersFor(totals.total, orderId, { settings, at }, random),
    cashIncrement: cashIncrementAt(settings, at),
    at,
  });
  if (!sale.ok) throw new Error(`a demo sale is not possible: ${sale.problem.type}`);
  return sale.value;
};
