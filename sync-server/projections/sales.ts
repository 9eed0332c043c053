import { type RawBuilder, sql } from 'kysely';
import type { Channel } from '#shared/domain/order/schema.ts';
import { scale } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { Figures } from '#shared/protocol/dashboard.ts';
import type { Tables } from '../tables.ts';
import type { StoreDay } from './store-days.ts';

/** Sales of one store in one channel, minor units, tax included; returns count against the channel of the sale. */
export type SalesRow = {
  readonly storeId: string;
  readonly channel: Channel;
  readonly sales: number;
  readonly returns: number;
  readonly tax: number;
  readonly receipts: number;
};

export type HourRow = { readonly hour: number; readonly netSales: number };

export type ProductRow = {
  readonly sku: string;
  readonly quantity: Quantity;
  readonly netSales: number;
};

/** The lines of the sales ledger in these days, each with its store's time zone. */
const linesIn = (days: readonly StoreDay[]): RawBuilder<unknown> => sql`
  unnest(
    ${days.map(({ storeId }) => storeId)}::text[],
    ${days.map(({ timeZone }) => timeZone)}::text[],
    ${days.map(({ from }) => from)}::text[],
    ${days.map(({ to }) => to)}::text[]
  ) as day (store_id, time_zone, from_at, to_at)
  join sale_lines line
    on line.store_id = day.store_id and line.at >= day.from_at and line.at < day.to_at`;

export const salesByChannel = async (
  db: Tables,
  days: readonly StoreDay[],
): Promise<SalesRow[]> => {
  const { rows } = await sql<SalesRow>`
    select
      line.store_id as "storeId",
      line.channel,
      coalesce(sum(line.total) filter (where line.quantity > 0), 0)::int8 as sales,
      coalesce(-sum(line.total) filter (where line.quantity < 0), 0)::int8 as returns,
      sum(line.tax)::int8 as tax,
      count(distinct line.order_id) filter (where line.quantity > 0) as receipts
    from ${linesIn(days)}
    group by line.store_id, line.channel
    order by line.store_id, line.channel`.execute(db);
  return rows;
};

/** By the hour on the wall of each store. */
export const salesByHour = async (db: Tables, days: readonly StoreDay[]): Promise<HourRow[]> => {
  const { rows } = await sql<HourRow>`
    select
      extract(hour from line.at::timestamptz at time zone day.time_zone)::int4 as hour,
      sum(line.total)::int8 as "netSales"
    from ${linesIn(days)}
    group by hour`.execute(db);
  return rows;
};

/** What was sold most, returns taken off. */
export const topProducts = async (
  db: Tables,
  days: readonly StoreDay[],
  limit: number,
): Promise<ProductRow[]> => {
  const { rows } = await sql<ProductRow>`
    select line.sku, sum(line.quantity)::int8 as quantity, sum(line.total)::int8 as "netSales"
    from ${linesIn(days)}
    group by line.sku
    having sum(line.quantity) > 0
    order by sum(line.quantity) desc, line.sku
    limit ${limit}`.execute(db);
  return rows;
};

const sum = (rows: readonly SalesRow[], key: 'sales' | 'returns' | 'tax' | 'receipts'): number =>
  rows.reduce((total, row) => total + row[key], 0);

export const figuresOf = (rows: readonly SalesRow[]): Figures => {
  const sales = sum(rows, 'sales');
  const returns = sum(rows, 'returns');
  const receipts = sum(rows, 'receipts');
  return {
    netSales: sales - returns,
    sales,
    returns,
    tax: sum(rows, 'tax'),
    receipts,
    averageBasket: receipts === 0 ? 0 : scale(sales, 1, receipts),
    returnsShare: sales === 0 ? 0 : scale(returns, 10_000, sales),
  };
};
