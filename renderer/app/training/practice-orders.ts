import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { applyHandOver, applySale, type Fact } from '#shared/domain/order/apply.ts';
import { derive } from '#shared/domain/order/derive.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { cashDue, type Offer } from '#shared/domain/payment/settle.ts';
import { decideHandOver } from '#shared/domain/pickup/decide.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { journalId, operationId } from '#shared/kernel/ids.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { References } from '#renderer/store/references.ts';

/** Of what practice orders are made; ISO 8601 UTC. */
export type PracticeParts = {
  readonly settings: StoreSettings;
  readonly prices: References['prices'];
  /** One at least; the cheapest first. */
  readonly products: readonly Product[];
  readonly customer: string;
  readonly now: string;
};

const TILL = 'PRACTICE';
const HOUR = 3_600_000;

const hoursFrom = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * HOUR).toISOString();

const basketOf = ({ settings, prices, products, now }: PracticeParts, count: number): Basket => ({
  taxInclusive: settings.taxInclusive,
  lines: products
    .slice(0, count)
    .map((product, place) =>
      basketLineOf(product, String(place + 1), units(1), settings, prices.priceOf(product, now)),
    ),
  discount: null,
});

const factAt = (settings: StoreSettings, at: string, serial: number): Fact => {
  const journal = journalId(TILL, 1);
  const { storeId } = settings;
  const place = { journalId: journal, seq: serial, tillId: TILL, storeId };
  return { ...place, operationId: operationId(journal, serial), at, staffId: TILL.toLowerCase() };
};

const inCash = (number: string, total: Minor, settings: StoreSettings, at: string): Offer => ({
  id: `${number}-paid`,
  tender: 'cash',
  tendered: cashDue(total, ZERO, cashIncrementAt(settings, at)),
  reference: null,
});

/** A web order of two products at most that stands in this store, to be paid when it is collected. */
export const practiceOrder = (parts: PracticeParts, number: string): Order => {
  const placedAt = hoursFrom(parts.now, -2);
  return placeOrder(null, {
    id: number,
    number,
    channel: 'web',
    storeId: parts.settings.storeId,
    customer: { customerId: null, name: parts.customer, phone: '' },
    currency: parts.settings.currency,
    taxInclusive: parts.settings.taxInclusive,
    basket: priceBasket(basketOf(parts, 2), NO_PROMOTIONS, placedAt),
    payments: [],
    placedAt,
    expiresAt: hoursFrom(parts.now, 48),
  });
};

/** One piece of the cheapest product, sold an hour ago for cash. */
export const practiceSale = (
  parts: PracticeParts,
  number: string,
  serial: number,
): Order | null => {
  const { settings } = parts;
  const at = hoursFrom(parts.now, -1);
  const basket = basketOf(parts, 1);
  const { total } = priceBasket(basket, NO_PROMOTIONS, at).totals;
  const sale = decideSale({
    orderId: number,
    number,
    currency: settings.currency,
    catalogVersion: 0,
    customerId: null,
    basket,
    promotions: NO_PROMOTIONS,
    pricedAt: at,
    offers: [inCash(number, total, settings, at)],
    cashIncrement: cashIncrementAt(settings, at),
    at,
  });
  return sale.ok ? applySale(null, sale.value, factAt(settings, at, serial)) : null;
};

/** A web order that was handed over, and that its customer had canceled before the till could hear of it. */
export const practiceConflict = (
  parts: PracticeParts,
  number: string,
  serial: number,
): { readonly order: Order; readonly exception: Exception } | null => {
  const { settings, now } = parts;
  const open = practiceOrder(parts, number);
  const at = hoursFrom(now, -1);
  const { total } = open.totals;
  const given = decideHandOver(open, {
    parts: null,
    offers: [inCash(number, total, settings, at)],
    proof: { type: 'digits' },
    collectedBy: null,
    cashIncrement: cashIncrementAt(settings, at),
    at,
  });
  if (!given.ok) return null;
  const fact = factAt(settings, at, serial);
  const canceledAt = hoursFrom(now, -1.5);
  const order = derive({ ...applyHandOver(open, given.value, fact), canceledAt });
  return {
    order,
    exception: {
      id: `collected_after_cancellation:order:${number}`,
      kind: 'collected_after_cancellation',
      storeId: settings.storeId,
      otherStoreIds: [],
      subject: { type: 'order', id: number },
      evidence: [fact.operationId, `${number}/canceledAt`],
      amount: null,
      owner: 'store_manager',
      state: 'open',
      openedAt: now,
      closedAt: null,
      resolution: null,
    },
  };
};
