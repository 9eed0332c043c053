import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { FoundOrder, ReceiptFilter } from './receipt-filter.ts';
import type { StoreDay } from './store-days.ts';
import { patternOf } from './text-pattern.ts';

const SEPARATOR = ' ';

/** The stretch that spans all of the days lets an index on time be used; the days themselves differ by store. */
const within = (days: readonly StoreDay[] | null): RawBuilder<unknown> =>
  days === null
    ? sql`true`
    : sql`line.at >= ${days.map(({ from }) => from).toSorted()[0] ?? ''}
        and line.at < ${
          days
            .map(({ to }) => to)
            .toSorted()
            .at(-1) ?? ''
        }
        and exists (
          select from unnest(
            ${days.map(({ storeId }) => storeId)}::text[],
            ${days.map(({ from }) => from)}::text[],
            ${days.map(({ to }) => to)}::text[]
          ) as day (store_id, from_at, to_at)
          where day.store_id = line.store_id and line.at >= day.from_at and line.at < day.to_at
        )`;

/** Orders by the moment at which something of them was first sold, the latest first. */
export const findSold = async (
  db: Tables,
  { storeIds, days, text, cursor, batch }: ReceiptFilter,
): Promise<FoundOrder[]> => {
  const [at, orderId] = cursor?.split(SEPARATOR) ?? [];
  const after =
    at === undefined
      ? sql`true`
      : sql`(line.at, line.order_id) < (${at}::text, ${orderId ?? ''}::text)`;
  const { rows } = await sql<FoundOrder>`
    select concat_ws(${SEPARATOR}, line.at, line.order_id) as cursor, documents.body
    from sale_lines line
    join documents on documents.collection = 'orders' and documents.id = line.order_id
    where line.store_id = any(${[...storeIds]}::text[])
      and line.quantity > 0
      and ${within(days)}
      and ${after}
      and not exists (
        select from sale_lines earlier
        where earlier.order_id = line.order_id and earlier.quantity > 0
          and (earlier.at, earlier.operation_id, earlier.line_id)
            < (line.at, line.operation_id, line.line_id)
      )
      and (${text === ''} or documents.body ilike ${patternOf(text)})
    order by line.at desc, line.order_id desc
    limit ${batch}`.execute(db);
  return rows;
};
