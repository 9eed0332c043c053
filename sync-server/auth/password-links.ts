import { hashPassword } from './passwords.ts';
import { createSecret, hashSecret } from './secrets.ts';
import type { Tables } from '../tables.ts';

/** Hours in which a link can be used. */
const LINK_HOURS = 24;

export type PasswordLink = { readonly token: string; readonly expiresAt: string };

/** A link with which this person chooses a password, once; one that was made before opens nothing any more. */
export const makePasswordLink = async (
  db: Tables,
  userId: string,
  now: string,
): Promise<PasswordLink> => {
  const token = createSecret();
  const expiresAt = new Date(Date.parse(now) + LINK_HOURS * 3_600_000).toISOString();
  const link = { token_hash: hashSecret(token), expires_at: expiresAt };
  await db
    .insertInto('password_links')
    .values({ user_id: userId, ...link })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(link))
    .execute();
  return { token, expiresAt };
};

export type LinkOwner = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
};

/** Whose link this is; null = unknown, used, too old, or the demo's on a server that is none. */
export const ownerOfLink = async (
  db: Tables,
  token: string,
  { demo, now }: { readonly demo: boolean; readonly now: string },
): Promise<LinkOwner | null> =>
  (await db
    .selectFrom('password_links')
    .innerJoin('dashboard_users as u', 'u.id', 'password_links.user_id')
    .select(['u.id as userId', 'u.name', 'u.email'])
    .where('password_links.token_hash', '=', hashSecret(token))
    .where('password_links.expires_at', '>', now)
    .$if(!demo, (query) => query.where('u.demo', '=', false))
    .executeTakeFirst()) ?? null;

/**
 * Spends a link: the password is its owner's from now on, whoever was signed in as them is no more, and a locked
 * account is open again. False = somebody else was faster.
 */
export const setPasswordByLink = async (
  db: Tables,
  token: string,
  password: string,
): Promise<boolean> => {
  // Hashing takes its time, in which the database serves others.
  const hash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .deleteFrom('password_links')
      .where('token_hash', '=', hashSecret(token))
      .returning('user_id')
      .executeTakeFirst();
    if (!link) return false;
    await tx.deleteFrom('sessions').where('user_id', '=', link.user_id).execute();
    await tx
      .updateTable('dashboard_users')
      .set({ password_hash: hash, failed_sign_ins: 0, locked_until: null })
      .where('id', '=', link.user_id)
      .execute();
    return true;
  });
};
