import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';
import type { View } from '../store/view.ts';

type Bought = Pick<Order, 'customer'> | null | undefined;
type Known = Pick<View, 'customer'>;

const customerOf = (order: Bought, view: Known): Customer | null => {
  const customerId = order?.customer?.accountId ?? order?.customer?.customerId ?? null;
  return customerId === null ? null : view.customer(customerId);
};

/** The language that the customer of an order reads; null = nobody said, or this till does not know them. */
export const customerLocale = (order: Bought, view: Known): Locale | null =>
  customerOf(order, view)?.language || null;

/** Where the customer of an order gets letters; '' = nobody said, or this till does not know them. */
export const customerEmail = (order: Bought, view: Known): string =>
  customerOf(order, view)?.email ?? '';

/** The groups that the customer of an order is in: goods cost what they do for them. */
export const customerGroups = (order: Bought, view: Known): readonly string[] =>
  customerOf(order, view)?.groupIds ?? [];
