import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { handedOverByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';

/** Stock that is promised to one line of an order (rule S3). */
export type Reservation = {
  readonly orderId: string;
  readonly lineId: string;
  readonly storeId: string;
  readonly sku: string;
  readonly quantity: Quantity;
};

/**
 * What an order still holds in its store, worked out from the order alone: hand-over and cancellation come to the
 * same rows, whoever is first.
 */
export const reservationsOf = (order: Order): Reservation[] => {
  const state = order.pickup?.state;
  if (state !== 'reserved' && state !== 'prepared') return [];
  const handedOver = handedOverByLine(order);
  return order.lines
    .filter(({ kind }) => kind === 'goods')
    .flatMap((line) => {
      const left = quantity(line.quantity - (handedOver.get(line.id) ?? 0));
      const { id: orderId, storeId } = order;
      return left > 0 ? [{ orderId, lineId: line.id, storeId, sku: line.sku, quantity: left }] : [];
    });
};
