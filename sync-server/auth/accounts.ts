import { randomUUID } from 'node:crypto';
import type { AccountRow, Invitation } from '#shared/protocol/accounts.ts';
import type { Tables } from '../tables.ts';

/** Everybody who has an account, by name: the demo's people among themselves, real ones among themselves. */
export const listAccounts = async (db: Tables, demo: boolean): Promise<AccountRow[]> => {
  const rows = await db
    .selectFrom('dashboard_users')
    .select(['id', 'name', 'email', 'role', 'store_ids', 'password_hash'])
    .where('demo', '=', demo)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, email, role, store_ids: storeIds, password_hash: hash }) => ({
    userId: id,
    name,
    email,
    role,
    storeIds,
    state: hash === null ? 'invited' : 'active',
  }));
};

export const accountOf = async (
  db: Tables,
  userId: string,
  demo: boolean,
): Promise<AccountRow | null> =>
  (await listAccounts(db, demo)).find((account) => account.userId === userId) ?? null;

/** An account without a password, which its person has yet to choose; null = somebody has that address already. */
export const inviteUser = async (
  db: Tables,
  { name, email, role, storeIds }: Invitation,
  demo: boolean,
): Promise<string | null> => {
  const added = await db
    .insertInto('dashboard_users')
    .values({
      id: randomUUID(),
      email: email.toLowerCase(),
      name: name.trim(),
      password_hash: null,
      role,
      store_ids: storeIds === null ? null : [...storeIds],
      demo,
      failed_sign_ins: 0,
      locked_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
};

/** Takes an account back with its sessions and its link. False = it is the last administrator's who can sign in. */
export const removeAccount = (db: Tables, userId: string, demo: boolean): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    // Of two who take each other's away at once, one waits here and then is the last.
    const administrators = await tx
      .selectFrom('dashboard_users')
      .select('id')
      .where('role', '=', 'head_office')
      .where('store_ids', 'is', null)
      .where('password_hash', 'is not', null)
      .where('demo', '=', demo)
      .orderBy('id')
      .forUpdate()
      .execute();
    if (administrators.every(({ id }) => id === userId)) return false;
    await tx.deleteFrom('sessions').where('user_id', '=', userId).execute();
    await tx.deleteFrom('password_links').where('user_id', '=', userId).execute();
    await tx.deleteFrom('dashboard_users').where('id', '=', userId).execute();
    return true;
  });
