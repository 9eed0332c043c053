import type { ChangeEntry } from '#shared/protocol/administration.ts';
import type { Me } from '#shared/protocol/dashboard.ts';
import type { Tables } from '../tables.ts';

/**
 * Notes who changes what. It is written before the change: one that could not be noted does not happen, and a note
 * of one that failed does no harm.
 */
export const noteChange = async (
  db: Tables,
  { userId, name }: Pick<Me, 'userId' | 'name'>,
  { kind, subject }: Pick<ChangeEntry, 'kind' | 'subject'>,
  now: string,
): Promise<void> => {
  await db
    .insertInto('change_log')
    .values({ at: now, user_id: userId, user_name: name, kind, subject })
    .execute();
};

/** The latest changes, newest first. */
export const readChanges = (db: Tables, limit: number): Promise<ChangeEntry[]> =>
  db
    .selectFrom('change_log')
    .select(['at', 'user_name as userName', 'kind', 'subject'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
