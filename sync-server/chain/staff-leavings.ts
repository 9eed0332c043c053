import { isOfStore } from '#shared/domain/staff/is-of-store.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { Tables } from '../tables.ts';

/**
 * Notes which stores a person leaves by a change. Like the record of changes it is written before the change; of one that failed it
 * does no harm, as whoever is of a store still has not left it.
 */
export const noteLeavings = async (
  db: Tables,
  before: StaffMember,
  after: Pick<StaffMember, 'active' | 'storeIds'>,
  now: string,
): Promise<void> => {
  const left = before.storeIds.filter(
    (storeId) => isOfStore(before, storeId) && !isOfStore(after, storeId),
  );
  if (left.length === 0) return;
  await db
    .insertInto('staff_leavings')
    .values(left.map((storeId) => ({ staff_id: before.id, store_id: storeId, at: now })))
    .onConflict((conflict) => conflict.columns(['staff_id', 'store_id']).doUpdateSet({ at: now }))
    .execute();
};

/** When a person left a store for the last time; undefined = they never did. */
export type LeftAt = (staffId: string, storeId: string) => string | undefined;

export const readLeavings = async (db: Tables): Promise<LeftAt> => {
  const rows = await db.selectFrom('staff_leavings').selectAll().execute();
  const times = new Map(rows.map(({ staff_id, store_id, at }) => [`${staff_id} ${store_id}`, at]));
  return (staffId, storeId) => times.get(`${staffId} ${storeId}`);
};
