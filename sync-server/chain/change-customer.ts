import type { Customer } from '#shared/domain/customer/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { customerRow } from '../ingest/record-customer.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { Store } from '../store/store.ts';

/** A customer becomes another by what head office says; what tills write down meanwhile is in it (rule S7). */
export const changeCustomer = (
  store: Store,
  id: string,
  change: (customer: Customer) => Customer,
): Promise<Result<Customer, { readonly type: 'not_found' }>> =>
  store.transaction(async (tx) => {
    const held = await tx.document('references', referenceId('customer', id));
    if (held?.type !== 'customer') return fail({ type: 'not_found' });
    const changed = change(held.value);
    await tx.putDocuments('references', [customerRow(changed)]);
    return ok(changed);
  });
