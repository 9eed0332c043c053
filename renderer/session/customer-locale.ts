import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';

const customerOf = (
  order: Pick<Order, 'customer'> | null | undefined,
  customers: readonly Customer[],
): Customer | undefined => {
  const customerId = order?.customer?.customerId ?? null;
  return customerId === null ? undefined : customers.find(({ id }) => id === customerId);
};

/** The language that the customer of an order reads; null = nobody said, or this till does not know them. */
export const customerLocale = (
  order: Pick<Order, 'customer'> | null | undefined,
  customers: readonly Customer[],
): Locale | null => customerOf(order, customers)?.language || null;

/** Where the customer of an order gets letters; '' = nobody said, or this till does not know them. */
export const customerEmail = (
  order: Pick<Order, 'customer'> | null | undefined,
  customers: readonly Customer[],
): string => customerOf(order, customers)?.email ?? '';

/** The groups that the customer of an order is in: goods cost what they do for them. */
export const customerGroups = (
  order: Pick<Order, 'customer'> | null | undefined,
  customers: readonly Customer[],
): readonly string[] => customerOf(order, customers)?.groupIds ?? [];
