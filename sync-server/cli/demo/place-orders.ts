import { priceBook } from '#shared/domain/pricing/price-book.ts';
import { demoChannel } from './demo-channels.ts';
import { claimOrder, type OrderClaim } from '#server/channels/order-claims.ts';
import { placementOf } from '#server/channels/place-request.ts';
import { priceLines } from '#server/channels/price-lines.ts';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import type { Store } from '#server/store/store.ts';
import type { Tables } from '#server/tables.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import { placeOrder, type Placement } from '#shared/domain/order/place.ts';
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
    .map((plan) =>
      plan.canceledAt !== null && plan.canceledAt > now ? { ...plan, canceledAt: null } : plan,
    )
    .map((plan) => {
      const named = plan.wanted?.flatMap(([name, pieces]): Wanted[] => {
        const product = byName.get(name);
        return product ? [{ product, quantity: units(pieces) }] : [];
      });
      return { shop, plan, wanted: named ?? choose(random) };
    });
};

const requestOf = ({ shop, plan, wanted }: WantedOrder, total: Minor): OrderRequest => {
  const { name = '', phone = '' } = shop.customers[plan.customer] ?? {};
  return {
    storeId: shop.settings.storeId,
    currency: shop.settings.currency,
    customer: { name, phone },
    lines: wanted.map(({ product, quantity }) => ({ sku: product.sku, quantity })),
    total,
    payment: plan.isPaid ? { amount: total, reference: null } : null,
  };
};

/** Prices an order as its channel's request would be, when it was placed. */
const placementFor = (
  order: WantedOrder,
  { orderId: id, number }: Pick<OrderClaim, 'orderId' | 'number'>,
): Placement => {
  const { plan, shop, wanted } = order;
  const { settings, promotions } = shop;
  const products = new Map(wanted.map(({ product }) => [product.sku, product]));
  const where = { storeId: settings.storeId, channel: plan.channel };
  const ownPrices = priceBook([], where);
  const prices = { settings, products, promotions, prices: ownPrices, at: plan.placedAt };
  const basket = priceLines(requestOf(order, ZERO).lines, prices);
  if (!basket.ok) throw new Error(`a demo order is not possible: ${basket.problem.code}`);
  const request = requestOf(order, basket.value.totals.total);
  const under = { id, number, channel: plan.channel, accountId: null };
  return placementOf(request, basket.value, prices, under);
};

/** An order as it will be placed, and what becomes of it. */
export type PlannedOrder = PlacedOrder & { readonly placement: Placement };

/** Numbers the orders in the given order and prices them; none is placed yet. */
export const planOrders = (db: Tables, orders: readonly WantedOrder[]): Promise<PlannedOrder[]> =>
  db.transaction().execute(async (trx) => {
    const planned: PlannedOrder[] = [];
    for (const [index, wanted] of orders.entries()) {
      const { plan } = wanted;
      const channel = demoChannel(plan.channel);
      const placement = placementFor(wanted, await claimOrder(trx, channel, `demo-${index}`, ''));
      planned.push({ placement, plan, order: placeOrder(null, placement) });
    }
    return planned;
  });

/** Places orders in the given order, and cancels those that were; one transaction holds them all. */
export const placeOrders = (store: Store, orders: readonly PlannedOrder[]): Promise<void> =>
  store.transaction(async (tx) => {
    const within: Store = { ...store, transaction: (work) => work(tx) };
    for (const { placement, plan } of orders) {
      const { id, placedAt } = placement;
      await placeWebOrder({ store: within, now: () => placedAt }, placement);
      const { canceledAt } = plan;
      if (canceledAt === null) continue;
      const cancel = { type: 'cancel' } as const;
      const told = { actId: id, happenedAt: null };
      await takeChannelAct({ store: within, now: () => canceledAt }, id, cancel, told);
    }
  });
