import { sql } from 'kysely';
import type { Overview } from '#shared/protocol/dashboard.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

const WAITING = ['reserved', 'prepared'] as const;

/** Orders that these stores hold goods for, by state, and how many of them are held too long. */
export const waitingPickups = async (
  db: Tables,
  storeIds: readonly string[],
  now: string,
): Promise<Overview['pickups']> => {
  const { rows } = await sql<{ id: string }>`
    select distinct order_id as id from reservations
    where store_id = any(${[...storeIds]}::text[])`.execute(db);
  const ids = rows.map(({ id }) => id);
  const orders = [...(await readDocuments(db, 'orders', ids)).values()];
  return {
    states: WAITING.map((state) => ({
      state,
      orders: orders.filter(({ pickup }) => pickup?.state === state).length,
    })),
    overdue: orders.filter(({ pickup }) => pickup !== null && pickup.expiresAt < now).length,
  };
};
