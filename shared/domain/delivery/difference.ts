import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { Delivery } from './schema.ts';

/** Of one product, what was sent and what came. */
export type DeliveredSku = {
  readonly sku: string;
  readonly sent: Quantity;
  readonly received: Quantity;
};

type Counted = { readonly sku: string; readonly quantity: Quantity };

const sumBySku = (lines: readonly Counted[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { sku, quantity: count } of lines) sums.set(sku, (sums.get(sku) ?? 0) + count);
  return sums;
};

/** Every product that was sent or came, in the order of the paper. */
export const deliveredSkus = ({ sent, receipts }: Delivery): DeliveredSku[] => {
  const bySent = sumBySku(sent ?? []);
  const byReceived = sumBySku(receipts.flatMap(({ lines }) => lines));
  return [...new Set([...bySent.keys(), ...byReceived.keys()])].map((sku) => ({
    sku,
    sent: quantity(bySent.get(sku) ?? 0),
    received: quantity(byReceived.get(sku) ?? 0),
  }));
};

export const isReceived = ({ receipts }: Delivery): boolean => receipts.length > 0;

/** Something came that is not what was sent, or where it was not sent to: nobody asks before it came. */
export const isDifferent = (delivery: Delivery): boolean =>
  isReceived(delivery) &&
  (delivery.receipts.some(({ storeId }) => storeId !== delivery.toStoreId) ||
    deliveredSkus(delivery).some(({ sent, received }) => sent !== received));

/** Whether its stores still have something to do about it: what came as it was sent is done. */
export const isOpenDelivery = (delivery: Delivery): boolean =>
  !isReceived(delivery) || isDifferent(delivery);

/** How it stands: fewer came of something than were sent, or something else is not as it was sent. */
export const deliveryState = (
  delivery: Delivery,
): 'announced' | 'received' | 'short' | 'differs' => {
  if (!isReceived(delivery)) return 'announced';
  if (deliveredSkus(delivery).some(({ sent, received }) => received < sent)) return 'short';
  return isDifferent(delivery) ? 'differs' : 'received';
};

/** Every store that sent it, expects it or took some of it in. */
export const storesOfDelivery = ({ fromStoreId, toStoreId, receipts }: Delivery): string[] => [
  ...new Set([
    toStoreId,
    ...(fromStoreId === null ? [] : [fromStoreId]),
    ...receipts.map(({ storeId }) => storeId),
  ]),
];
