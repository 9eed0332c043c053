import { applyCodeUses, applySavedCustomer, servedIn } from '../domain/customer/apply.ts';
import type { Customer } from '../domain/customer/schema.ts';
import type { CodeUse } from '../domain/pricing/schema.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

const codesOf = ({ type, payload }: Operation): readonly CodeUse[] => {
  if (type === 'sale.completed') return payload.codes ?? [];
  return type === 'exchange.completed' ? (payload.sold.codes ?? []) : [];
};

const named = ({ points }: { readonly points?: { readonly customerId: string } | undefined }) =>
  points?.customerId ?? null;

/** The customer an operation is about: who was written down, bought, or whose points moved; null = nobody is named. */
export const customerIdOf = ({ type, payload }: Operation): string | null => {
  if (type === 'customer.saved' || type === 'sale.completed') return payload.customerId;
  if (type === 'return.completed' || type === 'pickup.handedOver') return named(payload);
  if (type === 'order.paid' || type === 'order.amended') return named(payload);
  return type === 'exchange.completed' ? payload.sold.customerId : null;
};

/**
 * A customer after an operation, at the server and in the till's view alike. Of one whom nobody wrote down a sale
 * makes none, unless it used up a code that each customer has once: all else it tells is an id.
 */
export const applyToCustomer = (
  customer: Customer | null,
  operation: Operation,
): Customer | null => {
  const { type, payload, storeId } = operation;
  if (customerIdOf(operation) !== (customer?.id ?? customerIdOf(operation))) return customer;
  if (type === 'customer.saved')
    return applySavedCustomer(customer, payload, { at: happenedAt(operation), storeId });
  const customerId = customerIdOf(operation);
  if (customerId === null) return customer;
  const codes = codesOf(operation);
  const { id: operationId } = operation;
  const said = { operationId, at: happenedAt(operation), storeId };
  const after = codes.length > 0 ? applyCodeUses(customer, customerId, codes, said) : customer;
  return after && servedIn(after, storeId);
};
