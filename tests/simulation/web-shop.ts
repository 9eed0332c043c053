import type { Placement } from '#shared/domain/order/place.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { basketOf } from './cashier.ts';
import type { Random } from './random.ts';

/** A web order as its channel remembers it. */
export type WebOrder = {
  readonly placement: Placement;
  wantsCancel: boolean;
  /** The server refused to cancel: the goods are gone. */
  isClosed: boolean;
};

export type WebServer = {
  readonly place: (placement: Placement) => Promise<boolean>;
  readonly cancel: (orderId: string) => Promise<'canceled' | 'closed' | 'lost'>;
};

/** A channel: it asks until it is answered, and again when the server has forgotten. */
export type WebShop = {
  readonly place: (storeId: string, random: Random) => void;
  readonly cancel: (random: Random) => void;
  /** Says everything again. */
  readonly repeat: () => void;
  readonly orders: () => readonly WebOrder[];
};

const paidOf = (total: Minor, random: Random): Minor => {
  if (total === 0 || random.chance(0.4)) return ZERO;
  return random.chance(0.6) ? total : minor(random.below(total));
};

export const createWebShop = (
  server: WebServer,
  now: () => number,
  createId: () => string,
): WebShop => {
  const orders: WebOrder[] = [];

  const tell = async (order: WebOrder): Promise<void> => {
    if (!(await server.place(order.placement)) || !order.wantsCancel) return;
    if ((await server.cancel(order.placement.id)) === 'closed') order.isClosed = true;
  };

  return {
    place: (storeId, random) => {
      const { discount: _, ...basket } = basketOf(random, storeId);
      const priced = priceBasket({ ...basket, discount: null }, [], '');
      const at = new Date(now()).toISOString();
      const id = createId();
      const amount = paidOf(priced.totals.total, random);
      const payment = {
        id: `${id}-1`,
        amount,
        tendered: amount,
        change: ZERO,
        reference: null,
        at,
      };
      const placement: Placement = {
        id,
        number: `W-${orders.length + 1}`,
        channel: 'web',
        storeId,
        customer: { customerId: null, name: 'Customer', phone: '' },
        currency: 'KZT',
        taxInclusive: basket.taxInclusive,
        basket: priced,
        payments: amount === 0 ? [] : [{ ...payment, tender: 'online' }],
        placedAt: at,
        expiresAt: new Date(now() + 259_200_000).toISOString(),
      };
      const order: WebOrder = { placement, wantsCancel: false, isClosed: false };
      orders.push(order);
      void tell(order);
    },
    cancel: (random) => {
      const order = random.pick(orders);
      if (!order) return;
      order.wantsCancel = true;
      void tell(order);
    },
    repeat: () => {
      for (const order of orders) void tell(order);
    },
    orders: () => orders,
  };
};
