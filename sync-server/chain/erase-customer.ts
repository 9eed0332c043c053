import { sql } from 'kysely';
import { erased } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { customerRow } from '../ingest/record-customer.ts';
import { streamsOfOrder } from '../ingest/streams.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';

/**
 * Orders of channels that name the customer, by the id or by the loyalty card, or whose account it is, whatever card they were
 * placed with: those of the counter hold an id alone.
 */
export const ordersNaming = async (
  db: Tables,
  { id, loyaltyCard }: Customer,
): Promise<string[]> => {
  const named = (value: string): string => `"customerId":${JSON.stringify(value)}`;
  const account = `"accountId":${JSON.stringify(id)}`;
  const { rows } = await sql<{ id: string }>`
    select id from documents
    where collection = 'orders' and body like '%"pickup":{%'
      and (strpos(body, ${named(id)}) > 0 or strpos(body, ${named(loyaltyCard ?? id)}) > 0
        or strpos(body, ${account}) > 0)
    order by id`.execute(db);
  return rows.map((row) => row.id);
};

/** Somebody without a name bought it. */
const anonymous = (order: Order, customerId: string): Order => ({
  ...order,
  customer: {
    customerId,
    name: '',
    phone: '',
    // What it earned and spent stays on its ledger, for its returns.
    ...(order.pickup !== null && order.points ? { accountId: customerId } : {}),
  },
});

/**
 * Erases who a customer was: of the document, of the orders of channels and of what tills wrote down an id is left. Tills
 * hear that it was erased and forget as well; what they write down of them after comes to nothing. `naming` = the orders of
 * channels that name them.
 */
export const eraseCustomer = async (
  store: Store,
  id: string,
  naming: (customer: Customer) => Promise<readonly string[]>,
  at: string,
): Promise<Result<Customer, { readonly type: 'not_found' }>> => {
  const documentId = referenceId('customer', id);
  const known = await store.transaction((tx) => tx.document('references', documentId));
  if (known?.type !== 'customer') return fail({ type: 'not_found' });
  const orderIds = await naming(known.value);
  return store.transaction(async (tx) => {
    const held = await tx.document('references', documentId);
    if (held?.type !== 'customer') return fail({ type: 'not_found' });
    const gone = erased(held.value, at);
    await tx.putDocuments('references', [customerRow(gone)]);
    const orders = [...(await tx.documents('orders', orderIds)).values()];
    await tx.putDocuments(
      'orders',
      orders.map((order) => ({
        id: order.id,
        document: anonymous(order, id),
        streams: streamsOfOrder(order),
      })),
    );
    await tx.blankCustomer(id, orderIds);
    return ok(gone);
  });
};
