import type { Order } from '#shared/domain/order/schema.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import { streamName } from '#shared/protocol/pull.ts';

export const streamsOfOrder = (order: Order): string[] =>
  storesOfOrder(order).map((storeId) => streamName('orders', storeId));
