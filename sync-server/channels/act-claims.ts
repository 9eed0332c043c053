import { fail, type Result } from '#shared/kernel/result.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { Tables } from '../tables.ts';

export type ActClaim = {
  readonly channelId: string;
  readonly orderId: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** SHA-256 of what is asked, and of what kind it is. */
  readonly bodyHash: string;
};

/** Whether the key is new; a key that is known stays with what was asked under it first. */
const claimAct = async (
  db: Tables,
  { channelId, orderId, key, bodyHash }: ActClaim,
): Promise<'new' | 'same' | 'other'> => {
  const claimed = await db
    .insertInto('channel_acts')
    .values({
      channel_id: channelId,
      order_id: orderId,
      idempotency_key: key,
      body_hash: bodyHash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('body_hash')
    .executeTakeFirst();
  if (claimed) return 'new';
  const known = await db
    .selectFrom('channel_acts')
    .select('body_hash')
    .where('channel_id', '=', channelId)
    .where('order_id', '=', orderId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return known === undefined || known.body_hash === bodyHash ? 'same' : 'other';
};

const releaseAct = async (db: Tables, { channelId, orderId, key }: ActClaim): Promise<void> => {
  await db
    .deleteFrom('channel_acts')
    .where('channel_id', '=', channelId)
    .where('order_id', '=', orderId)
    .where('idempotency_key', '=', key)
    .execute();
};

/**
 * Does what is asked under a key, once more where it was asked before, and never something else under the same key. What
 * was refused the first time leaves the key free: put right, it may be asked again.
 */
export const underKey = async <Value>(
  db: Tables,
  claim: ActClaim,
  act: () => Promise<Result<Value, ErrorReply>>,
): Promise<Result<Value, ErrorReply>> => {
  const claimed = await claimAct(db, claim);
  if (claimed === 'other') return fail({ code: 'idempotency_conflict', at: '' });
  const done = await act();
  if (!done.ok && claimed === 'new') await releaseAct(db, claim);
  return done;
};
