import type { Order } from '#shared/domain/order/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { BlindReturn } from '../store/blind-returns.ts';
import type { OrderSync, View } from '../store/view.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/**
 * Goods changed hands: sold at the counter, or a web order that was collected. Of a sale that never came here, only
 * what came back of it, there is no receipt to show; one that its customer's code told has its lines.
 */
const isReceipt = ({ provisional, lines, pickup }: Order): boolean =>
  (!provisional || lines.length > 0) && (pickup === null || pickup.handOvers.length > 0);

/** A receipt as it is listed: of an order, or of goods that came back without one. */
export type ReceiptRow = {
  readonly id: string;
  readonly at: string;
  readonly sync: OrderSync;
  readonly of:
    | { readonly type: 'order'; readonly order: Order }
    | { readonly type: 'return'; readonly returned: BlindReturn };
};

const orderRow = async (view: View, order: Order): Promise<ReceiptRow> => ({
  id: order.id,
  at: order.placedAt,
  sync: await view.orderSync(order),
  of: { type: 'order', order },
});

const returnRow = async (view: View, returned: BlindReturn): Promise<ReceiptRow> => ({
  id: returned.id,
  at: happenedAt(returned),
  sync: await view.operationSync(returned),
  of: { type: 'return', returned },
});

/** Of the newest `limit` orders those that have a receipt, and the blind returns among them, newest first. */
export const listReceipts = async (view: View, limit: number): Promise<ReceiptRow[]> => {
  const orders = (await view.recentOrders(limit, null)).filter(isReceipt);
  const rows = await Promise.all([
    ...orders.map((order) => orderRow(view, order)),
    ...(await view.blindReturns()).map((returned) => returnRow(view, returned)),
  ]);
  return rows.toSorted((left, right) => (left.at > right.at ? -1 : 1));
};

/** Receipts with how far each has come. */
export const useReceipts = (limit: number): ReceiptRow[] | undefined => {
  const { view } = useTillData().store;
  return useLive(() => listReceipts(view, limit), `receipts:${limit}`);
};

export const useOrder = (id: string): Order | null | undefined => {
  const { view } = useTillData().store;
  return useLive(() => view.order(id), `order:${id}`);
};
