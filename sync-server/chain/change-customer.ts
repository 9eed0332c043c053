import { isErased, withSaid } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CustomerChange } from '#shared/protocol/customers.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { customerRow } from '../ingest/record-customer.ts';
import type { Store } from '../store/store.ts';

/** What is as it was is not said again: a till that was cut off may have put it right before (rule S7). */
const newsIn = (customer: Customer, { groupIds: _, ...said }: CustomerChange) => {
  const news = <Value extends string>(value: Value, was: string | null | undefined) =>
    value === (was ?? '') ? null : value;
  return {
    name: news(said.name.trim(), customer.name),
    phone: news(said.phone.trim(), customer.phone),
    loyaltyCard: said.loyaltyCard && news(said.loyaltyCard.trim(), customer.loyaltyCard),
    email: news(said.email.trim(), customer.email),
    language: news(said.language, customer.language),
  };
};

/** A customer as head office says from now on; what tills write down of them later is in it as ever (rule S7). */
export const changeCustomer = (
  store: Store,
  id: string,
  change: CustomerChange,
  at: string,
): Promise<Result<Customer, { readonly type: 'not_found' }>> =>
  store.transaction(async (tx) => {
    const held = await tx.document('references', referenceId('customer', id));
    if (held?.type !== 'customer' || isErased(held.value)) return fail({ type: 'not_found' });
    const customer = withSaid(held.value, newsIn(held.value, change), at);
    const changed = { ...customer, groupIds: change.groupIds.toSorted() };
    await tx.putDocuments('references', [customerRow(changed)]);
    return ok(changed);
  });
