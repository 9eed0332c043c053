import { paymentStateOf, refundedOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { ReceiptRow, ReceiptsReply } from '#shared/protocol/dashboard.ts';
import type { Tables } from '../tables.ts';
import { findPickups } from './find-pickups.ts';
import { findSold } from './find-sold.ts';
import type { ReceiptFilter } from './receipt-filter.ts';
import type { StoreDay } from './store-days.ts';

const hasText = ({ number, customer }: Order, text: string): boolean =>
  text === '' ||
  [number, customer?.name, customer?.phone].some((value) =>
    value?.toLowerCase().includes(text.toLowerCase()),
  );

/** Of an order that was sold, its sale was asked for; of one that is collected, when it was placed counts. */
const isInDays = ({ storeId, placedAt }: Order, days: readonly StoreDay[] | null): boolean =>
  days === null ||
  days.some((day) => day.storeId === storeId && day.from <= placedAt && placedAt < day.to);

const isWanted = (order: Order, { text, pickupState, days }: ReceiptFilter): boolean =>
  hasText(order, text) &&
  (pickupState === null || (order.pickup?.state === pickupState && isInDays(order, days)));

const soldAtOf = ({ pickup, placedAt }: Order): string | null =>
  pickup === null ? placedAt : (pickup.handOvers.map(({ at }) => at).toSorted()[0] ?? null);

const receiptRowOf = (order: Order): ReceiptRow => ({
  orderId: order.id,
  number: order.number,
  channel: order.channel,
  storeId: order.storeId,
  tillId: order.tillId,
  placedAt: order.placedAt,
  soldAt: soldAtOf(order),
  customerName: order.customer?.name ?? null,
  currency: order.currency,
  total: order.totals.total,
  refunded: refundedOf(order),
  paymentState: paymentStateOf(order),
  pickupState: order.pickup?.state ?? null,
  pickupBy: order.pickup?.expiresAt ?? null,
  canceledAt: order.canceledAt,
});

/** A page of orders, the latest first: by their sale, or by their last change where a state of pickup is asked for. */
export const listReceipts = async (db: Tables, filter: ReceiptFilter): Promise<ReceiptsReply> => {
  const find = filter.pickupState === null ? findSold : findPickups;
  const receipts: ReceiptRow[] = [];
  let { cursor } = filter;
  for (;;) {
    const found = await find(db, { ...filter, cursor });
    for (const { cursor: place, body } of found) {
      const order = JSON.parse(body) as Order;
      if (isWanted(order, filter)) {
        if (receipts.length === filter.batch - 1) return { receipts, next: cursor };
        receipts.push(receiptRowOf(order));
      }
      cursor = place;
    }
    if (found.length < filter.batch) return { receipts, next: null };
  }
};
