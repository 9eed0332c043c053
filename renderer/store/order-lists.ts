import { goodsToPutBack } from '#shared/domain/pickup/close.ts';
import type { Order } from '#shared/domain/order/schema.ts';

/** What a list of orders is sorted and continued by. */
export type OrderPlace = Pick<Order, 'placedAt' | 'id'>;

/** Goods of this order still wait for their customer. */
export const isOpenPickup = ({ pickup, provisional }: Order): boolean =>
  !provisional &&
  (pickup?.state === 'proposed' || pickup?.state === 'reserved' || pickup?.state === 'prepared');

/** Goods of it stand ready for nobody in one of the stores that prepared it (rule R21). */
export const hasGoodsToPutBack = (order: Order): boolean =>
  (order.pickup?.preparations ?? []).some(
    ({ storeId }) => goodsToPutBack(order, storeId).length > 0,
  );

const LAST_TIME = 9_999_999_999_999;

/** A key that rises as orders get older: a descending sort never uses an index. */
export const placeOf = ({ placedAt, id }: OrderPlace): string =>
  `${String(LAST_TIME - Date.parse(placedAt)).padStart(13, '0')}.${id}`;

const newestFirst = (left: OrderPlace, right: OrderPlace): number =>
  placeOf(left) < placeOf(right) ? -1 : 1;

/** The page of a newest-first list that follows `before`; null = the first. */
export const pageOf = (
  orders: readonly Order[],
  limit: number,
  before: OrderPlace | null,
): Order[] =>
  orders
    .filter((order) => before === null || newestFirst(before, order) < 0)
    .filter((order) => before === null || order.id !== before.id)
    .toSorted(newestFirst)
    .slice(0, limit);
