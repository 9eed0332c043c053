import { sql } from 'kysely';
import { exceptionId, ORDER_KINDS } from '#shared/domain/exception/contradictions.ts';
import { paymentStateOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Evidence, ReceiptDetail } from '#shared/protocol/dashboard.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

/**
 * The operations about an order: in each journal it has heard of, up to what it contains, those that name it. Within
 * a canonical text the pattern stands only where an order is named: inside a string its quotes would be escaped.
 */
const evidenceOf = async (db: Tables, { id, seen }: Order): Promise<Evidence[]> => {
  const journals = Object.entries(seen);
  const { rows } = await sql<Evidence>`
    select
      operations.journal_id as "journalId",
      operations.seq,
      operations.received_at as "receivedAt",
      operations.status,
      operations.text
    from unnest(
      ${journals.map(([journalId]) => journalId)}::text[],
      ${journals.map(([, seq]) => seq)}::int8[]
    ) as seen (journal_id, seq)
    join operations
      on operations.journal_id = seen.journal_id and operations.seq <= seen.seq
    where operations.text like ${`%"orderId":"${id.replaceAll('_', String.raw`\_`)}"%`}
    order by operations.received_at, operations.journal_id, operations.seq`.execute(db);
  return rows;
};

/** An order with everything behind it, or null where it is not one of these stores'. */
export const readReceipt = async (
  db: Tables,
  storeIds: readonly string[],
  orderId: string,
): Promise<ReceiptDetail | null> => {
  const order = (await readDocuments(db, 'orders', [orderId])).get(orderId);
  if (!order || !storeIds.includes(order.storeId)) return null;
  const operations = await evidenceOf(db, order);
  const exceptions = await readDocuments(db, 'exceptions', [
    ...ORDER_KINDS.map((kind) => exceptionId(kind, orderId)),
    ...operations.map(({ journalId, seq }) =>
      exceptionId('price_mismatch', operationId(journalId, seq)),
    ),
  ]);
  return {
    order,
    paymentState: paymentStateOf(order),
    operations,
    exceptions: [...exceptions.values()],
  };
};
