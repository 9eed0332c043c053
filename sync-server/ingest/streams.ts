import type { Order } from '#shared/domain/order/schema.ts';
import { streamName } from '#shared/protocol/pull.ts';

/** The stores an order concerns: its own, and each that put its goods ready, handed them over or took them back. */
export const storesOfOrder = ({ storeId, returns, pickup }: Order): string[] => [
  ...new Set([
    storeId,
    ...returns.map((returned) => returned.storeId),
    ...(pickup?.handOvers ?? []).map((handOver) => handOver.storeId),
    ...(pickup?.preparations ?? []).map((preparation) => preparation.storeId),
  ]),
];

export const streamsOfOrder = (order: Order): string[] =>
  storesOfOrder(order).map((storeId) => streamName('orders', storeId));
