import { contradictionsOfCodes } from '#shared/domain/exception/code-used-twice.ts';
import { applySavedAhead, isErased } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { accountOf } from '#shared/domain/points/of-order.ts';
import { blanked, writtenDownIn } from '#shared/operations/blanked.ts';
import { applyToCustomer, customerIdOf } from '#shared/operations/customer-effects.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { DocumentRow } from '../store/store.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** As it is with everything that was put so far; null = nobody wrote one of that id down. */
export const readCustomer = async (
  { document }: Pick<Workspace, 'document'>,
  id: string,
): Promise<Customer | null> => {
  const held = await document('references', referenceId('customer', id));
  return held?.type === 'customer' ? held.value : null;
};

/** In the streams of the stores that know them. */
export const customerRow = (customer: Customer): DocumentRow<'references'> => ({
  id: referenceId('customer', customer.id),
  document: { type: 'customer', value: customer },
  streams: customer.storeIds.map((storeId) => streamName('references', storeId)),
});

export const putCustomer = (workspace: Workspace, customer: Customer): void =>
  workspace.put('references', customerRow(customer));

/** The stores that know the customers of these operations, and of the orders that they are about. */
export const storesOfCustomers = async (
  workspace: Workspace,
  operations: readonly Operation[],
  orders: readonly Order[],
): Promise<string[]> => {
  const named = [...operations.map(customerIdOf), ...orders.map(accountOf)];
  const ids = [...new Set(named.filter((id) => id !== null))];
  await workspace.load(
    'references',
    ids.map((id) => referenceId('customer', id)),
  );
  const known = await Promise.all(ids.map((id) => readCustomer(workspace, id)));
  return known.flatMap((customer) => customer?.storeIds ?? []);
};

/**
 * What is kept of an operation's text, whether it is applied or not: of a customer whom head office erased before it was
 * heard of, no more than the id.
 */
export const textToKeep = async (workspace: Workspace, text: string): Promise<string> => {
  const id = writtenDownIn(text);
  if (id === null) return text;
  const customer = await readCustomer(workspace, id);
  return customer && isErased(customer) ? blanked(text) : text;
};

/** A till whose clock is far ahead has the last word only until somebody else says another (rule S7). */
const applied = (before: Customer | null, operation: Operation, now: string): Customer | null => {
  const { type, payload, storeId } = operation;
  return type === 'customer.saved' && happenedAt(operation) > now
    ? applySavedAhead(before, payload, { at: now, storeId })
    : applyToCustomer(before, operation);
};

/** Writes down who was written down, and takes a customer who buys into the scope of that store. */
export const recordCustomer = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const id = customerIdOf(operation);
  if (id === null) return;
  const before = await readCustomer(workspace, id);
  const after = applied(before, operation, now);
  if (after === null || after === before) return;
  putCustomer(workspace, after);
  const contradictions = {
    before: before === null ? [] : contradictionsOfCodes(before),
    after: contradictionsOfCodes(after),
  };
  await reconcileExceptions(workspace, contradictions, now);
};
