import type { Channel } from '#shared/domain/order/schema.ts';
import { hashSecret } from './secrets.ts';
import type { Tables } from '../tables.ts';

/** An online channel as it presented itself by its API key. */
export type AuthenticatedChannel = {
  readonly channelId: string;
  readonly channel: Exclude<Channel, 'store'>;
};

/** Does nothing when that channel exists already. */
export const addChannel = async (
  db: Tables,
  { channelId, channel }: AuthenticatedChannel,
  key: string,
  demo: boolean,
): Promise<void> => {
  await db
    .insertInto('channels')
    .values({ id: channelId, channel, key_hash: hashSecret(key), demo })
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
    .$if(!demo, (query) => query.where('demo', '=', false))
    .executeTakeFirst();
  return row ? { channelId: row.id, channel: row.channel } : null;
};
