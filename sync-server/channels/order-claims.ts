import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Channel } from '#shared/domain/order/schema.ts';
import type { AuthenticatedChannel } from '../auth/channel-keys.ts';
import type { Tables } from '../tables.ts';

/** An order as it was first asked for under an Idempotency-Key: its identity is fixed before it is placed. */
export type OrderClaim = {
  readonly orderId: string;
  readonly number: string;
  /** SHA-256 of the request's canonical JSON. */
  readonly bodyHash: string;
  /** JSON text of the first reply; null while the order may not be placed yet. */
  readonly reply: string | null;
};

const PREFIX: Record<Exclude<Channel, 'store'>, string> = {
  web: 'W',
  app: 'A',
  phone: 'P',
  social: 'S',
  marketplace: 'M',
};

const COLUMNS = ['order_id as orderId', 'number', 'body_hash as bodyHash', 'reply'] as const;

export const findClaim = async (
  db: Tables,
  channelId: string,
  key: string,
): Promise<OrderClaim | null> =>
  (await db
    .selectFrom('channel_orders')
    .select(COLUMNS)
    .where('channel_id', '=', channelId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()) ?? null;

/** Gives the key's order its id and number; of two requests at once, both get the first one's. */
export const claimOrder = async (
  db: Tables,
  { channelId, channel }: AuthenticatedChannel,
  key: string,
  bodyHash: string,
): Promise<OrderClaim> => {
  const claimed = await db
    .insertInto('channel_orders')
    .values({
      channel_id: channelId,
      idempotency_key: key,
      body_hash: bodyHash,
      order_id: randomUUID(),
      number: sql<string>`${PREFIX[channel]}::text || '-' || nextval('order_numbers')`,
      reply: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  const claim = claimed ?? (await findClaim(db, channelId, key));
  if (!claim) throw new Error('an order claim vanished');
  return claim;
};

/** What every repetition of the request will be told. */
export const answerClaim = async (db: Tables, orderId: string, reply: string): Promise<void> => {
  await db
    .updateTable('channel_orders')
    .set({ reply })
    .where('order_id', '=', orderId)
    .where('reply', 'is', null)
    .execute();
};

/** Whether this channel placed that order: another one may not know of it. */
export const isOrderOf = async (db: Tables, channelId: string, orderId: string): Promise<boolean> =>
  (
    await db
      .selectFrom('channel_orders')
      .select('order_id')
      .where('channel_id', '=', channelId)
      .where('order_id', '=', orderId)
      .execute()
  ).length > 0;
