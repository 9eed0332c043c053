import { sql } from 'kysely';
import { streamName } from '#shared/protocol/pull.ts';
import type { Tables } from '../tables.ts';
import type { FoundOrder, ReceiptFilter } from './receipt-filter.ts';

/**
 * Orders whose pickup is in a state, the latest changed first. Within an order's JSON text `"state"` is told of its
 * pickup and of its refunds only, which have other states. Each is found in the stream of its own store alone.
 */
export const findPickups = async (
  db: Tables,
  { storeIds, pickupState, cursor, batch }: ReceiptFilter,
): Promise<FoundOrder[]> => {
  const before = /^[0-9]{1,15}$/.test(cursor ?? '') ? Number(cursor) : Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<FoundOrder>`
    select changes.seq::text as cursor, documents.body
    from changes
    join documents on documents.collection = 'orders' and documents.id = changes.id
    where changes.stream = any(${storeIds.map((id) => streamName('orders', id))}::text[])
      and changes.stream = documents.streams[1]
      and changes.seq < ${before}::int8
      and documents.body like '%"pickup":{%'
      and documents.body like ${`%"state":"${pickupState}"%`}
    order by changes.seq desc
    limit ${batch}`.execute(db);
  return rows;
};
