import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { handedOverByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { PickupProblem } from './problems.ts';
import type { Pickup, PickupLine } from './schema.ts';

/** The pickup of an order whose goods, or some of them, still wait for their customer. */
export const openPickup = (order: Order): Result<Pickup, PickupProblem> => {
  const { pickup, provisional } = order;
  // Of an order known from facts alone nobody knows what is to be handed over.
  if (pickup === null || provisional) return fail({ type: 'not_a_pickup' });
  switch (pickup.state) {
    case 'completed':
      return fail({ type: 'already_handed_over', at: pickup.pickedUpAt });
    case 'canceled':
    case 'failed':
      return fail({ type: 'pickup_closed', state: pickup.state });
    case 'proposed':
    case 'reserved':
    case 'prepared':
      return ok(pickup);
  }
};

/** What of an order has not left the store yet. */
export const linesToHandOver = (order: Order): PickupLine[] => {
  const handedOver = handedOverByLine(order);
  return order.lines.flatMap((line) => {
    const left = quantity(line.quantity - (handedOver.get(line.id) ?? 0));
    const { id: lineId, sku, kind } = line;
    return left > 0 ? [{ lineId, sku, kind, quantity: left }] : [];
  });
};

/** Some of the goods left the store already. */
export const isPartlyCollected = ({ pickup }: Order): boolean =>
  pickup !== null && pickup.handOvers.length > 0;

/** Goods that are sent to the store and have not come. */
export const isInTransit = ({ pickup }: Order): boolean =>
  pickup?.shipment !== undefined && pickup.shipment !== null && pickup.shipment.arrivedAt === null;
