import { add, ZERO } from '#shared/kernel/money.ts';
import type { Payment } from '../payment/schema.ts';
import type { PricedBasket } from '../pricing/price-basket.ts';
import { withPayments } from './known-money.ts';
import { derive } from './derive.ts';
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
  const pickup = before?.pickup;
  const accountId = before?.customer?.accountId;
  return derive({
    ...order,
    customer: { ...(accountId === undefined ? {} : { accountId }), ...order.customer },
    tillId: null,
    staffId: null,
    provisional: false,
    placedAt,
    updatedAt: before && before.updatedAt > placedAt ? before.updatedAt : placedAt,
    lines: [...basket.lines, ...(before?.lines ?? [])],
    formerLines: before?.formerLines ?? [],
    removals: before?.removals ?? [],
    totals: {
      ...basket.totals,
      rounding: add(basket.totals.rounding, before?.totals.rounding ?? ZERO),
    },
    payments: withPayments(before?.payments ?? [], payments),
    refunds: before?.refunds ?? [],
    returns: before?.returns ?? [],
    ...(before?.points ? { points: before.points } : {}),
    pickup: {
      state: 'reserved',
      placedAt,
      acceptedAt: placedAt,
      readyAt: null,
      pickedUpAt: null,
      expiresAt: pickup && pickup.expiresAt > expiresAt ? pickup.expiresAt : expiresAt,
      shelf: null,
      assignment:
        pickup && pickup.assignment.at > placedAt
          ? pickup.assignment
          : { storeId: placement.storeId, at: placedAt, actId: placement.id },
      moves: pickup?.moves ?? [],
      shipment: pickup?.shipment ?? null,
      picks: pickup?.picks ?? [],
      preparations: pickup?.preparations ?? [],
      handOvers: pickup?.handOvers ?? [],
      failedAt: pickup?.failedAt ?? null,
      putBacks: pickup?.putBacks ?? [],
    },
    canceledAt: before?.canceledAt ?? null,
    seen: before?.seen ?? {},
  });
};
