import type { Order } from '#shared/domain/order/schema.ts';

/** Whether a receipt is meant by what was typed: its number, a product on it, or the customer. */
export const matchesReceipt = (order: Order, query: string): boolean => {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  const words = [
    order.number ?? '',
    order.customer?.name ?? '',
    order.customer?.phone ?? '',
    ...order.lines.flatMap(({ sku, name }) => [sku, ...Object.values(name)]),
  ];
  return words.some((word) => word.toLowerCase().includes(wanted));
};
