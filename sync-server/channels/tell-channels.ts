import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { refundsDueOf } from '#shared/domain/order/refunds-due.ts';
import type { OrderNotice } from '#shared/protocol/channel.ts';
import { readDocuments } from '../projections/read-documents.ts';
import type { Tables } from '../tables.ts';

/** How notices are told; milliseconds. */
export type TellingTerms = {
  /** Public channels of the demo are told only where the server runs as one. */
  readonly demo: boolean;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  /** A channel that says nothing for so long did not answer. */
  readonly patience: number;
  /** Ends what is under way, as when the server closes. */
  readonly signal: AbortSignal;
};

/** Notices told at once. */
const BATCH = 10;
/** Milliseconds that a notice stays with the server process that took it, should that process die. */
const HOLD = 60_000;
/** Milliseconds until the second try; each further one waits twice as long, an hour at most. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 3_600_000;

type Notice = {
  readonly orderId: string;
  readonly version: number;
  readonly attempts: number;
  readonly url: string;
  readonly keyHash: string;
};

const after = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString();

/** Takes notices whose time has come, so that nobody else tells them meanwhile. */
const takeNotices = async (db: Tables, demo: boolean, now: string): Promise<Notice[]> => {
  const { rows } = await sql<Notice>`
    with taken as (
      update order_notices
      set held_until = ${after(now, HOLD)}, attempts = attempts + 1
      where order_id in (
        select waiting.order_id
        from order_notices waiting
        join channel_orders on channel_orders.order_id = waiting.order_id
        join channels on channels.id = channel_orders.channel_id
        where waiting.version > waiting.told and waiting.next_at <= ${now}
          and (waiting.held_until is null or waiting.held_until <= ${now})
          and channels.callback_url is not null and channels.revoked_at is null
          and (${demo} or not channels.demo)
        order by waiting.next_at, waiting.order_id
        limit ${BATCH}
        for update of waiting skip locked
      )
      returning order_id, version, attempts
    )
    select
      taken.order_id as "orderId", taken.version, taken.attempts,
      channels.callback_url as url, channels.key_hash as "keyHash"
    from taken
    join channel_orders on channel_orders.order_id = taken.order_id
    join channels on channels.id = channel_orders.channel_id`.execute(db);
  return rows;
};

const bodyOf = async (db: Tables, { orderId }: Notice, now: string): Promise<string | null> => {
  const order = (await readDocuments(db, 'orders', [orderId])).get(orderId);
  if (!order?.pickup) return null;
  const { number, storeId, currency, pickup } = order;
  const { state: pickupState, readyAt, expiresAt } = pickup;
  const standing = { storeId, pickupState, readyAt, expiresAt };
  const refundsDue = refundsDueOf(order);
  const notice = {
    type: 'order_changed',
    orderId,
    number,
    ...standing,
    currency,
    refundsDue,
  } as const;
  return JSON.stringify({ ...notice, at: now } satisfies OrderNotice);
};

/**
 * Signs with what both sides know and neither sends: the SHA-256 of the channel's key, in hex, is the key of the
 * HMAC-SHA256 over the body as it was sent.
 */
export const signNotice = (keyHash: string, body: string): string =>
  `sha256=${createHmac('sha256', keyHash).update(body).digest('hex')}`;

/**
 * Whether the channel answered that it knows. The timer holds the signal: of `AbortSignal.any` over `AbortSignal.timeout`
 * nobody does, and once Node has collected it (nodejs/node#57736) the wait for a channel that hangs would never end.
 */
const post = async (
  { url, keyHash, orderId, version }: Notice,
  body: string,
  { patience, signal }: TellingTerms,
): Promise<boolean> => {
  const waiting = new AbortController();
  const giveUp = (): void => waiting.abort();
  const timer = setTimeout(giveUp, patience);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp);
  try {
    const { ok, body: answer } = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'omnitill-notice': `${orderId}.${version}`,
        'omnitill-signature': signNotice(keyHash, body),
      },
      body,
      redirect: 'error',
      signal: waiting.signal,
    });
    await answer?.cancel();
    return ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
};

/** What changed while it was told waits for nobody: its own time stands. */
const putBack = async (
  db: Tables,
  { orderId, version, attempts }: Notice,
  isTold: boolean,
  now: string,
): Promise<void> => {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
  await sql`
    update order_notices set
      held_until = null,
      told = case when ${isTold} then greatest(told, ${version}) else told end,
      next_at = case
        when ${isTold} or version > ${version} then next_at else ${after(now, pause)}
      end
    where order_id = ${orderId}`.execute(db);
};

const tell = async (db: Tables, notice: Notice, terms: TellingTerms): Promise<boolean> => {
  const body = await bodyOf(db, notice, terms.now());
  const isTold = body === null || (await post(notice, body, terms));
  await putBack(db, notice, isTold, terms.now());
  return isTold;
};

/**
 * Tells channels how their orders stand and what they are to give back (rule R16): whose time has come, each order by one server process at a
 * time, again until the channel answers. How many it tried.
 */
export const tellChannels = async (db: Tables, terms: TellingTerms): Promise<number> => {
  const notices = await takeNotices(db, terms.demo, terms.now());
  await Promise.all(notices.map((notice) => tell(db, notice, terms)));
  return notices.length;
};
