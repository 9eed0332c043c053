import { sql } from 'kysely';
import type { CreditHistory, CreditReply } from '#shared/protocol/stored-value.ts';
import type { Tables } from '../tables.ts';

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
