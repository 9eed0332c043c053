import { sql } from 'kysely';
import type { CreditHistory, CreditReply } from '#shared/protocol/stored-value.ts';
import { SOLD_CARD } from '#shared/operations/stored-value-effects.ts';
import type { Tables } from '../tables.ts';
import { storeSettingsOf } from './references.ts';
import type { StoreDay } from './store-days.ts';

/** What is left under a code, in each currency that was put on it. */
const readCredits = async (db: Tables, code: string): Promise<readonly CreditReply[]> => {
  const { rows } = await sql<CreditReply>`
    select code, currency, sum(amount)::int8 as balance from stored_value
    where code = ${code}
    group by code, currency
    order by currency`.execute(db);
  return rows;
};

/** What is left of it for a store: in that store's currency, else in another, so that its till says so; null = nobody issued it. */
export const readCredit = async (
  db: Tables,
  code: string,
  storeId: string,
): Promise<CreditReply | null> => {
  const [first, ...others] = await readCredits(db, code);
  if (first === undefined || others.length === 0) return first ?? null;
  const settings = await storeSettingsOf(db, storeId);
  return others.find(({ currency }) => currency === settings?.currency) ?? first;
};

type Movement = CreditHistory['credits'][number]['movements'][number];

/** All that is left under a code, with all that moved it; null = nobody issued it. */
export const readCreditHistory = async (
  db: Tables,
  code: string,
): Promise<CreditHistory | null> => {
  const credits = await readCredits(db, code);
  if (credits.length === 0) return null;
  const { rows } = await sql<Movement & Pick<CreditReply, 'currency'>>`
    select operation_id as "operationId", order_id as "orderId", store_id as "storeId", at, amount,
      currency
    from stored_value
    where code = ${code}
    order by at desc, operation_id desc`.execute(db);
  const movementsIn = (wanted: CreditReply['currency']): Movement[] =>
    rows.flatMap(({ currency, ...movement }) => (currency === wanted ? [movement] : []));
  return {
    code,
    credits: credits.map((credit) => ({ ...credit, movements: movementsIn(credit.currency) })),
  };
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
