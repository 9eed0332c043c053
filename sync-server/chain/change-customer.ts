import { isErased, withLastWord } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CustomerChange } from '#shared/protocol/customers.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { customerRow } from '../ingest/record-customer.ts';
import type { Store } from '../store/store.ts';

const wordsOf = ({ name, phone, loyaltyCard, email, language }: CustomerChange) => ({
  name: name?.trim() ?? null,
  phone: phone?.trim() ?? null,
  loyaltyCard: loyaltyCard?.trim() ?? null,
  email: email?.trim() ?? null,
  language,
});

/**
 * A customer as head office puts them right: what it does not name stays as somebody said meanwhile, and what tills write
 * down of them later is in it as ever (rule S7).
 */
export const changeCustomer = (
  store: Store,
  id: string,
  change: CustomerChange,
  now: string,
): Promise<Result<Customer, { readonly type: 'not_found' }>> =>
  store.transaction(async (tx) => {
    const held = await tx.document('references', referenceId('customer', id));
    if (held?.type !== 'customer' || isErased(held.value)) return fail({ type: 'not_found' });
    const customer = withLastWord(held.value, wordsOf(change), now);
    const { groupIds } = change;
    const changed = groupIds === null ? customer : { ...customer, groupIds: groupIds.toSorted() };
    await tx.putDocuments('references', [customerRow(changed)]);
    return ok(changed);
  });
