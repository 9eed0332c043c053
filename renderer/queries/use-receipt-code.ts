import type { Order } from '#shared/domain/order/schema.ts';
import { useTillData } from './till-data.ts';
import { useLive } from './use-live.ts';

/** Text of the QR code of an order's receipt; null while it is not signed or cannot be. */
export const useReceiptCode = (order: Order | null | undefined): string | null => {
  const { signReceipt } = useTillData();
  const signed = useLive(
    async () => (order ? { orderId: order.id, text: await signReceipt(order) } : null),
    `receipt-code:${order?.id}:${order?.updatedAt}`,
  );
  // The answer before stays for a moment: another receipt's code must not stand on this one.
  return signed && signed.orderId === order?.id ? signed.text : null;
};
