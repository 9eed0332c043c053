import type { Channel } from '#shared/domain/order/schema.ts';
import { hashSecret } from './secrets.ts';
import type { ChannelRow } from '#shared/protocol/administration.ts';
import type { Tables } from '../tables.ts';

/** An online channel as it presented itself by its API key. */
export type AuthenticatedChannel = {
  readonly channelId: string;
  readonly channel: Exclude<Channel, 'store'>;
};

export type NamedChannel = AuthenticatedChannel & {
  /** As people call it. */
  readonly name: string;
  /** Where it is told what it must give back; left out or null, it asks. */
  readonly callbackUrl?: string | null | undefined;
};

/** Does nothing when that channel exists already. */
export const addChannel = async (
  db: Tables,
  { channelId, channel, name, callbackUrl = null }: NamedChannel,
  key: string,
  { demo, now }: { readonly demo: boolean; readonly now: string },
): Promise<void> => {
  await db
    .insertInto('channels')
    .values({
      id: channelId,
      channel,
      key_hash: hashSecret(key),
      demo,
      name,
      created_at: now,
      revoked_at: null,
      callback_url: callbackUrl,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Public keys of the demo count only while the server runs as one. */
export const channelByKey = async (
  db: Tables,
  key: string,
  demo: boolean,
): Promise<AuthenticatedChannel | null> => {
  const row = await db
    .selectFrom('channels')
    .select(['id', 'channel'])
    .where('key_hash', '=', hashSecret(key))
    .where('revoked_at', 'is', null)
    .$if(!demo, (query) => query.where('demo', '=', false))
    .executeTakeFirst();
  return row ? { channelId: row.id, channel: row.channel } : null;
};

/** Every channel there ever was that this server may listen to, by name. */
export const listChannels = (db: Tables, demo: boolean): Promise<ChannelRow[]> =>
  db
    .selectFrom('channels')
    .select([
      'id as channelId',
      'name',
      'channel',
      'callback_url as callbackUrl',
      'created_at as createdAt',
      'revoked_at as revokedAt',
    ])
    .$if(!demo, (query) => query.where('demo', '=', false))
    .orderBy('name')
    .orderBy('id')
    .execute();

/** Its key opens nothing from now on. False = there is no such channel, or it was revoked before. */
export const revokeChannel = async (
  db: Tables,
  channelId: string,
  now: string,
): Promise<boolean> => {
  const revoked = await db
    .updateTable('channels')
    .set({ revoked_at: now })
    .where('id', '=', channelId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.length > 0;
};
