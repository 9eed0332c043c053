import {
  type CustomerProblem,
  decideCustomer,
  type NewCustomer,
} from '#shared/domain/customer/decide.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { applyToCustomer } from '#shared/operations/customer-effects.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';

/**
 * A customer is written down or put right, with or without the network, and found from then on. One of another
 * store is known here as the server told of them, with what was put right.
 */
export const saveCustomer = async (
  { journal, view }: TillStore,
  actor: Actor,
  input: NewCustomer,
): Promise<Result<Customer, CustomerProblem | JournalProblem>> => {
  const before = view.customers().find(({ id }) => id === input.customerId) ?? input.told;
  const written = await journal.write(actor, async (): Promise<Decided<CustomerProblem>> => {
    const saved = decideCustomer(input, view.customers());
    return saved.ok ? ok({ type: 'customer.saved', payload: saved.value }) : saved;
  });
  if (!written.ok) return written;
  const customer = applyToCustomer(before, written.value);
  return customer ? ok(customer) : fail({ type: 'customer_name_missing' });
};
