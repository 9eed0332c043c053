import { sql } from 'kysely';
import type { TillStatus } from '#shared/protocol/dashboard.ts';
import { hashSecret } from './secrets.ts';
import type { Tables } from '../tables.ts';

/** A till as it presented itself by its token. */
export type AuthenticatedTill = {
  readonly tillId: string;
  readonly storeId: string;
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  /** It may still push, into quarantine, and nothing else (rule P5). */
  readonly revoked: boolean;
};

export const tillByToken = async (db: Tables, token: string): Promise<AuthenticatedTill | null> => {
  const row = await db
    .selectFrom('till_keys')
    .innerJoin('tills', 'tills.id', 'till_keys.till_id')
    .select(['tills.id', 'tills.store_id', 'till_keys.public_key', 'till_keys.revoked_at'])
    .where('till_keys.token_hash', '=', hashSecret(token))
    .executeTakeFirst();
  if (!row) return null;
  const { id: tillId, store_id: storeId, public_key: publicKey, revoked_at: revokedAt } = row;
  return { tillId, storeId, publicKey, revoked: revokedAt !== null };
};

/** True when there was something to revoke. */
export const revokeTill = async (db: Tables, tillId: string, now: string): Promise<boolean> => {
  const revoked = await db
    .updateTable('till_keys')
    .set({ revoked_at: now })
    .where('till_id', '=', tillId)
    .where('revoked_at', 'is', null)
    .returning('till_id')
    .execute();
  return revoked.length > 0;
};

/** A till was heard of. `queued` is what it has yet to push, null when it did not say. */
export const recordContact = async (
  db: Tables,
  tillId: string,
  queued: number | null,
  now: string,
): Promise<void> => {
  await db
    .updateTable('tills')
    .set({
      last_contact_at: now,
      ...(queued === null ? {} : { queued }),
      ...(queued === 0 ? { complete_at: now } : {}),
    })
    .where('id', '=', tillId)
    .execute();
};

/** The tills of these stores, by id. */
export const tillStatuses = async (
  db: Tables,
  storeIds: readonly string[],
): Promise<TillStatus[]> => {
  const rows = await db
    .selectFrom('tills')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('till_keys')
          .select(['enrolled_at', 'revoked_at'])
          .whereRef('till_keys.till_id', '=', 'tills.id')
          .orderBy('enrolled_at', 'desc')
          .limit(1)
          .as('key'),
      (join) => join.onTrue(),
    )
    .selectAll('tills')
    .select(['key.enrolled_at', 'key.revoked_at'])
    .where('tills.store_id', '=', sql<string>`any(${[...storeIds]}::text[])`)
    .orderBy('tills.id')
    .execute();
  return rows.map((row) => ({
    tillId: row.id,
    storeId: row.store_id,
    state: row.enrolled_at === null ? 'free' : row.revoked_at === null ? 'enrolled' : 'revoked',
    enrolledAt: row.enrolled_at,
    revokedAt: row.revoked_at,
    lastContactAt: row.last_contact_at,
    queued: row.queued,
    completeAt: row.complete_at,
  }));
};
