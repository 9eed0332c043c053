import { add, ZERO } from '#shared/kernel/money.ts';
import type { Payment } from '../payment/schema.ts';
import type { PricedBasket } from '../pricing/price-basket.ts';
import { withPickupState } from './apply.ts';
import type { Channel, Order, OrderCustomer } from './schema.ts';

export type Placement = {
  readonly id: string;
  readonly number: string;
  readonly channel: Exclude<Channel, 'store'>;
  readonly storeId: string;
  readonly customer: OrderCustomer;
  readonly currency: Order['currency'];
  readonly taxInclusive: boolean;
  readonly basket: PricedBasket;
  readonly payments: readonly Payment[];
  readonly placedAt: string;
  readonly expiresAt: string;
};

/**
 * A web order as it enters its store: accepted and reserved at once. Facts that came before it (a hand-over on the
 * strength of the customer's code, a preparation) are kept.
 */
export const placeOrder = (before: Order | null, placement: Placement): Order => {
  const { basket, placedAt, expiresAt, payments, ...order } = placement;
  const readyAt = before?.pickup?.readyAt ?? null;
  return withPickupState({
    ...order,
    tillId: null,
    staffId: null,
    provisional: false,
    placedAt,
    updatedAt: before && before.updatedAt > placedAt ? before.updatedAt : placedAt,
    lines: basket.lines,
    totals: {
      ...basket.totals,
      rounding: add(basket.totals.rounding, before?.totals.rounding ?? ZERO),
    },
    payments: [...payments, ...(before?.payments ?? [])],
    refunds: before?.refunds ?? [],
    returns: before?.returns ?? [],
    pickup: {
      state: readyAt === null ? 'reserved' : 'prepared',
      placedAt,
      acceptedAt: placedAt,
      readyAt,
      pickedUpAt: null,
      expiresAt,
      shelf: before?.pickup?.shelf ?? null,
      handOvers: before?.pickup?.handOvers ?? [],
    },
    canceledAt: null,
    seen: before?.seen ?? {},
  });
};
