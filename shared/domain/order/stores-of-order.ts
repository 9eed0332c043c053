import type { Order } from './schema.ts';

/** The stores an order concerns: its own, and each that put its goods ready, handed them over or took them back. */
export const storesOfOrder = ({ storeId, returns, pickup }: Order): string[] => [
  ...new Set([
    storeId,
    ...returns.map((returned) => returned.storeId),
    ...(pickup?.handOvers ?? []).map((handOver) => handOver.storeId),
    ...(pickup?.preparations ?? []).map((preparation) => preparation.storeId),
  ]),
];
