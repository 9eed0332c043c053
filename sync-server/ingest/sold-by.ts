import type { Payment } from '#shared/domain/payment/schema.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Operation } from '#shared/operations/operation.ts';

/** The sale that an operation is or holds; null = it sells nothing over the counter. */
export const soldBy = (operation: Operation): Sale | null => {
  if (operation.type === 'sale.completed') return operation.payload;
  return operation.type === 'exchange.completed' ? operation.payload.sold : null;
};

/** What an operation takes back; null = nothing comes back by it. */
export const returnedBy = (operation: Operation): Return | null => {
  if (operation.type === 'return.completed') return operation.payload;
  return operation.type === 'exchange.completed' ? operation.payload.returned : null;
};

/** Money that an operation takes, and what cash of it was rounded by; null = it takes none. */
export const paidIn = (
  operation: Operation,
): { readonly payments: readonly Payment[]; readonly rounding: Minor } | null => {
  if (operation.type === 'pickup.handedOver' || operation.type === 'order.paid')
    return operation.payload;
  const sale = soldBy(operation);
  return sale && { payments: sale.payments, rounding: sale.totals.rounding };
};
