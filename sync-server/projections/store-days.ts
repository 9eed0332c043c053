import { sql } from 'kysely';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Tables } from '../tables.ts';

/** One day of business of one store as a stretch of time: `from` is in it, `to` is not. ISO 8601 UTC. */
export type StoreDay = {
  readonly storeId: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
};

/** Today in a time zone: `2026-11-22`. */
export const dayIn = (timeZone: string, at: string): string =>
  // The Swedish way of writing a date is that of ISO 8601.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));

/** Whether the calendar has such a day. */
export const isDay = (day: string): boolean => {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** The day `days` before one; `day` must be a date that exists. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** A day in each store's own time zone; it may have 23 or 25 hours. */
export const storeDays = async (
  db: Tables,
  stores: readonly StoreSettings[],
  day: string,
): Promise<StoreDay[]> => {
  const iso = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  const midnight = (date: ReturnType<typeof sql>) =>
    sql`to_char(((${date}) at time zone "timeZone") at time zone 'UTC', ${iso})`;
  const { rows } = await sql<StoreDay>`
    select
      "storeId",
      "timeZone",
      ${midnight(sql`${day}::timestamp`)} as "from",
      ${midnight(sql`${day}::timestamp + interval '1 day'`)} as "to"
    from unnest(
      ${stores.map(({ storeId }) => storeId)}::text[],
      ${stores.map(({ timeZone }) => timeZone)}::text[]
    ) as store ("storeId", "timeZone")`.execute(db);
  return rows;
};
