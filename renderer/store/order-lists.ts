import type { Order } from '#shared/domain/order/schema.ts';

/** Goods of this order still wait for their customer. */
export const isOpenPickup = ({ pickup }: Order): boolean =>
  pickup?.state === 'proposed' || pickup?.state === 'reserved' || pickup?.state === 'prepared';

export const newestFirst = (left: Order, right: Order): number =>
  left.placedAt === right.placedAt
    ? left.id < right.id
      ? 1
      : -1
    : left.placedAt < right.placedAt
      ? 1
      : -1;
