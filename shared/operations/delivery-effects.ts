import { applyDeliveryReceipt, applySending } from '../domain/delivery/apply.ts';
import type { Delivery } from '../domain/delivery/schema.ts';
import { factOf } from './effects.ts';
import type { Operation } from './operation.ts';

/** The delivery an operation is about; null = none. */
export const deliveryIdOf = ({ type, payload }: Operation): string | null =>
  type === 'stock.received' || type === 'stock.transferSent' || type === 'stock.transferReceived'
    ? payload.deliveryId
    : null;

/** The other store that has a part in it, so far as the operation says. */
export const otherStoreOf = ({ type, payload }: Operation): string | null => {
  if (type === 'stock.transferSent') return payload.toStoreId;
  return type === 'stock.transferReceived' ? payload.fromStoreId : null;
};

/** A delivery after an operation, at the server and in the till's overlay alike; other operations leave it as it is. */
export const applyToDelivery = (
  delivery: Delivery | null,
  operation: Operation,
): Delivery | null => {
  const { type, payload } = operation;
  const deliveryId = deliveryIdOf(operation);
  if (deliveryId === null || (delivery !== null && delivery.id !== deliveryId)) return delivery;
  if (type === 'stock.transferSent') return applySending(delivery, payload, factOf(operation));
  if (type !== 'stock.received' && type !== 'stock.transferReceived') return delivery;
  const fromStoreId = type === 'stock.received' ? null : payload.fromStoreId;
  const receipt = { deliveryId, fromStoreId, lines: payload.lines };
  return applyDeliveryReceipt(delivery, receipt, factOf(operation));
};
