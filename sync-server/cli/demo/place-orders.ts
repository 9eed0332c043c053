import { demoChannel } from './demo-channels.ts';
import { claimOrder } from '#server/channels/order-claims.ts';
import { placementOf } from '#server/channels/place-request.ts';
import { priceLines } from '#server/channels/price-lines.ts';
import { cancelWebOrder } from '#server/ingest/cancel-order.ts';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import type { Store } from '#server/store/store.ts';
import type { Tables } from '#server/tables.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { OrderRequest } from '#shared/protocol/channel.ts';
import { minutesAfter } from './calendar.ts';
import { createChooser, type DemoShop, type Wanted } from './demo-shop.ts';
import { type OrderPlan, pastOrder, shownOrders } from './order-plans.ts';
import type { Random } from './random.ts';
import type { PlacedOrder } from './tell-past.ts';

/** An order that somebody will place in a store. */
export type WantedOrder = {
  readonly shop: DemoShop;
  readonly plan: OrderPlan;
  readonly wanted: readonly Wanted[];
};

/** Hours at which people order online. */
const HOURS = [9, 10, 11, 12, 13, 14, 16, 18, 19, 20, 21, 22] as const;
const PER_DAY = 3;

/** What customers of a store order online on these days, and what the pickup screen is to show. */
export const wantedOrders = (
  shop: DemoShop,
  days: readonly string[],
  now: string,
  random: Random,
): WantedOrder[] => {
  const { products, customers } = shop;
  const choose = createChooser(products);
  const byName = new Map(products.map((product) => [product.name.en, product]));
  const past = days.flatMap((day) =>
    Array.from({ length: PER_DAY }, () => {
      const minutes = random.pick(HOURS) * 60 + random.below(60);
      return pastOrder(minutesAfter(day, minutes), customers.length, random);
    }),
  );
  return [...past, ...shownOrders(now)]
    .filter(({ placedAt }) => placedAt <= now)
    .map((plan) => {
      const named = plan.wanted?.flatMap(([name, pieces]): Wanted[] => {
        const product = byName.get(name);
        return product ? [{ product, quantity: units(pieces) }] : [];
      });
      return { shop, plan, wanted: named ?? choose(random) };
    });
};

/**
 * Places an order as its channel would have: priced by the engine, claimed for its channel, reserved in its store;
 * and cancels it, if it was. `key` tells it from every other order of its channel.
 */
export const placeOne = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  { shop, plan, wanted }: WantedOrder,
  key: string,
): Promise<PlacedOrder> => {
  const { settings, promotions, customers } = shop;
  const { placedAt: at, channel, isPaid, canceledAt } = plan;
  const products = new Map(wanted.map(({ product }) => [product.sku, product]));
  const lines = wanted.map(({ product, quantity }) => ({ sku: product.sku, quantity }));
  const prices = { settings, products, promotions, at };
  const basket = priceLines(lines, prices);
  if (!basket.ok) throw new Error(`a demo order is not possible: ${basket.problem.code}`);
  const { total } = basket.value.totals;
  const { name = '', phone = '' } = customers[plan.customer] ?? {};
  const request: OrderRequest = {
    storeId: settings.storeId,
    currency: settings.currency,
    customer: { name, phone },
    lines,
    total,
    payment: isPaid ? { amount: total, reference: null } : null,
  };
  const { orderId: id, number } = await claimOrder(db, demoChannel(channel), key, '');
  const placement = placementOf(request, basket.value, prices, { id, number, channel });
  const { order } = await placeWebOrder({ store, now: () => at }, placement);
  if (canceledAt !== null) await cancelWebOrder({ store, now: () => canceledAt }, id);
  return { order, plan };
};
