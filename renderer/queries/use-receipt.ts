import type { Order } from '#shared/domain/order/schema.ts';
import { type Receipt, receiptOf } from '#shared/receipt/receipt.ts';
import { useReferences } from './use-references.ts';

/** An order as a receipt of this store; null until the store is known. */
export const useReceipt = (order: Order | null | undefined): Receipt | null => {
  const { settings, staff } = useReferences();
  if (!order || !settings) return null;
  const cashier = staff.find(({ id }) => id === order.staffId)?.name ?? null;
  return receiptOf(order, settings, cashier);
};
