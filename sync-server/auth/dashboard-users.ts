import { randomUUID } from 'node:crypto';
import type { Me } from '#shared/protocol/dashboard.ts';
import { hashPassword, isPassword, spendPasswordTime } from './passwords.ts';
import { createSecret, hashSecret } from './secrets.ts';
import type { Tables } from '../tables.ts';

/** Hours a sign-in lasts: a working day. */
export const SESSION_HOURS = 12;
/** Wrong passwords in a row before the account rests. */
const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;

export type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly role: Me['role'];
  readonly storeIds: readonly string[] | null;
  readonly demo: boolean;
};

const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** Does nothing when somebody has that address already. */
export const addUser = async (db: Tables, user: NewUser): Promise<void> => {
  await db
    .insertInto('dashboard_users')
    .values({
      id: randomUUID(),
      email: user.email.toLowerCase(),
      name: user.name,
      password_hash: await hashPassword(user.password),
      role: user.role,
      store_ids: user.storeIds === null ? null : [...user.storeIds],
      demo: user.demo,
      failed_sign_ins: 0,
      locked_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Whether somebody other than the demo's people has an account. */
export const hasUsers = async (db: Tables): Promise<boolean> =>
  (await db.selectFrom('dashboard_users').select('id').where('demo', '=', false).limit(1).execute())
    .length > 0;

export type SignIn =
  | { readonly type: 'signed_in'; readonly token: string }
  | { readonly type: 'wrong' }
  | { readonly type: 'locked' };

/** A session of who has this password still: it takes a while to look at one, and meanwhile another may be chosen. null = not any more. */
const openSession = async (
  db: Tables,
  { id, password_hash: hash }: { readonly id: string; readonly password_hash: string | null },
  now: string,
): Promise<string | null> => {
  const token = createSecret();
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  const opened = await db
    .insertInto('sessions')
    .columns(['token_hash', 'user_id', 'expires_at'])
    .expression((eb) =>
      eb
        .selectFrom('dashboard_users')
        .select(({ val }) => [
          val(hashSecret(token)).as('token_hash'),
          'id',
          val(later(now, SESSION_HOURS * 60)).as('expires_at'),
        ])
        .where('id', '=', id)
        .where('password_hash', '=', hash),
    )
    .returning('token_hash')
    .executeTakeFirst();
  return opened ? token : null;
};

/** Counts the try before looking at the password, so that tries made at once are all counted. */
const countTry = async (db: Tables, userId: string, now: string): Promise<number> => {
  const { failed_sign_ins: tries } = await db
    .updateTable('dashboard_users')
    .set(({ eb }) => ({
      failed_sign_ins: eb
        .case()
        .when('locked_until', '<=', now)
        .then(1)
        .else(eb('failed_sign_ins', '+', 1))
        .end(),
      locked_until: null,
    }))
    .where('id', '=', userId)
    .returning('failed_sign_ins')
    .executeTakeFirstOrThrow();
  return tries;
};

/** Signs a person in; five wrong passwords in a row lock the account for a while. */
export const signIn = async (
  db: Tables,
  email: string,
  password: string,
  { demo, now }: { readonly demo: boolean; readonly now: string },
): Promise<SignIn> => {
  const user = await db
    .selectFrom('dashboard_users')
    .select(['id', 'password_hash', 'locked_until'])
    .where('email', '=', email.toLowerCase())
    .$if(!demo, (query) => query.where('demo', '=', false))
    .executeTakeFirst();
  if (!user) {
    await spendPasswordTime(password);
    return { type: 'wrong' };
  }
  if (user.locked_until !== null && user.locked_until > now) return { type: 'locked' };
  const tries = await countTry(db, user.id, now);
  // Nothing is the password of who has chosen none, and it takes as long to say so.
  const right = tries <= MAX_FAILURES && (await isPassword(password, user.password_hash ?? ''));
  if (right) {
    await db
      .updateTable('dashboard_users')
      .set({ failed_sign_ins: 0, locked_until: null })
      .where('id', '=', user.id)
      .execute();
    const token = await openSession(db, user, now);
    return token === null ? { type: 'wrong' } : { type: 'signed_in', token };
  }
  if (tries < MAX_FAILURES) return { type: 'wrong' };
  await db
    .updateTable('dashboard_users')
    .set({ locked_until: later(now, LOCK_MINUTES) })
    .where('id', '=', user.id)
    .execute();
  return { type: 'locked' };
};

/** The person behind a session's token, or null. */
export const userBySession = async (
  db: Tables,
  token: string,
  { demo, now }: { readonly demo: boolean; readonly now: string },
): Promise<Me | null> => {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('dashboard_users as u', 'u.id', 'sessions.user_id')
    .select(['u.id', 'u.name', 'u.email', 'u.role', 'u.store_ids', 'u.demo'])
    .where('sessions.token_hash', '=', hashSecret(token))
    .where('sessions.expires_at', '>', now)
    .$if(!demo, (query) => query.where('u.demo', '=', false))
    .executeTakeFirst();
  if (!row) return null;
  const { id: userId, name, email, role, store_ids: storeIds } = row;
  return { userId, name, email, role, storeIds, demo: row.demo };
};

export const endSession = async (db: Tables, token: string): Promise<void> => {
  await db.deleteFrom('sessions').where('token_hash', '=', hashSecret(token)).execute();
};
