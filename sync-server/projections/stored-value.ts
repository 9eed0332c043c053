import { sql } from 'kysely';
import type { CreditHistory, CreditReply } from '#shared/protocol/stored-value.ts';
import { SOLD_CARD } from '#shared/operations/stored-value-effects.ts';
import type { Tables } from '../tables.ts';
import type { StoreDay } from './store-days.ts';

/** What is left of a store credit; null = nobody issued it. */
export const readCredit = async (db: Tables, code: string): Promise<CreditReply | null> => {
  const { rows } = await sql<CreditReply>`
    select code, currency, sum(amount)::int8 as balance from stored_value
    where code = ${code}
    group by code, currency
    order by currency
    limit 1`.execute(db);
  return rows[0] ?? null;
};

/** As `readCredit`, with all that moved it. */
export const readCreditHistory = async (
  db: Tables,
  code: string,
): Promise<CreditHistory | null> => {
  const credit = await readCredit(db, code);
  if (credit === null) return null;
  const { rows } = await sql<CreditHistory['movements'][number]>`
    select operation_id as "operationId", order_id as "orderId", store_id as "storeId", at, amount
    from stored_value
    where code = ${code} and currency = ${credit.currency}
    order by at desc, operation_id desc`.execute(db);
  return { ...credit, movements: rows };
};

/** What was put on gift cards that stores sold in these days: owed to customers, and no revenue (rule R13). Minor units. */
export const giftCardsSold = async (db: Tables, days: readonly StoreDay[]): Promise<number> => {
  const { rows } = await sql<{ sold: number }>`
    select coalesce(sum(value.amount), 0)::int8 as sold
    from unnest(
      ${days.map(({ storeId }) => storeId)}::text[],
      ${days.map(({ from }) => from)}::text[],
      ${days.map(({ to }) => to)}::text[]
    ) as day (store_id, from_at, to_at)
    join stored_value value
      on value.store_id = day.store_id and value.at >= day.from_at and value.at < day.to_at
    where value.line_id like ${`${SOLD_CARD}%`}`.execute(db);
  return rows[0]?.sold ?? 0;
};
