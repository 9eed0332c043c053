import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';

/** The language that the customer of an order reads; null = nobody said, or this till does not know them. */
export const customerLocale = (
  order: Pick<Order, 'customer'> | null | undefined,
  customers: readonly Customer[],
): Locale | null => {
  const customerId = order?.customer?.customerId ?? null;
  if (customerId === null) return null;
  return customers.find(({ id }) => id === customerId)?.language || null;
};
