import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrderReply, OrderRequest } from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { AuthenticatedChannel } from '../auth/channel-keys.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { IngestEnvironment } from '../ingest/environment.ts';
import { placeOfferedOrder, type Shortage } from '../ingest/place-order.ts';
import { customerOfCard } from '../projections/find-customers.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { readStorePrices } from '../projections/store-prices.ts';
import { readWithheld } from '../projections/withheld.ts';
import type { Tables } from '../tables.ts';
import { answerClaim, claimOrder, findClaim, type OrderClaim } from './order-claims.ts';
import { orderReplyOf } from './order-reply.ts';
import { tellPickupDigits } from './pickup-proof.ts';
import { checkOrder, placementOf } from './place-request.ts';

type Parts = { readonly db: Tables; readonly ingest: IngestEnvironment };

export type PlaceRequest = {
  readonly channel: AuthenticatedChannel;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly request: OrderRequest;
};

type Answer = Result<OrderReply, ErrorReply>;

const answer = async ({ db, ingest }: Parts, order: Order): Promise<Answer> => {
  await tellPickupDigits({ db, store: ingest.store }, [order]);
  const reply = await orderReplyOf(db, order, ingest.now());
  if (reply === null) throw new Error('an order of a channel that is not collected');
  await answerClaim(db, order.id, JSON.stringify(reply));
  return ok(reply);
};

/** Names the lines in the request: their ids are their places, from 1. */
const refusalOf = ({ type, lineIds }: Shortage): ErrorReply => {
  const [at = '', ...also] = lineIds.map((id) => `/lines/${Number(id) - 1}/quantity`);
  return also.length === 0 ? { code: type, at } : { code: type, at, also };
};

/** What was asked under this key before: its first reply, or null when there is none yet. */
const repeated = async (
  parts: Parts,
  claim: OrderClaim,
  bodyHash: string,
): Promise<Answer | null> => {
  if (claim.bodyHash !== bodyHash) return fail({ code: 'idempotency_conflict', at: '' });
  if (claim.reply !== null) return ok(JSON.parse(claim.reply) as OrderReply);
  // The server stopped between placing and answering, or is about to place it for a request made at the same time.
  const order = (await readDocuments(parts.db, 'orders', [claim.orderId])).get(claim.orderId);
  return order && !order.provisional ? answer(parts, order) : null;
};

/**
 * Places an order of a channel once per key; the same key with the same body is answered as the first time, with
 * another body it is a conflict.
 */
export const placeChannelOrder = async (
  { db, ingest }: Parts,
  { channel, key, request }: PlaceRequest,
): Promise<Answer> => {
  const bodyHash = hashSecret(canonicalJson(request));
  const earlier = await findClaim(db, channel.channelId, key);
  const told = earlier && (await repeated({ db, ingest }, earlier, bodyHash));
  if (told) return told;
  const skus = request.lines.map(({ sku }) => sku);
  const prices = await readStorePrices(
    db,
    { storeId: request.storeId, channel: channel.channel },
    skus,
    ingest.now(),
  );
  if (!prices) return fail({ code: 'unknown_store', at: '/storeId' });
  const basket = await checkOrder(db, request, prices);
  if (!basket.ok) return basket;
  const claim = await claimOrder(db, channel, key, bodyHash);
  if (claim.bodyHash !== bodyHash) return fail({ code: 'idempotency_conflict', at: '' });
  const { orderId: id, number } = claim;
  const { customerId } = request.customer;
  const account = customerId === undefined ? null : await customerOfCard(db, customerId);
  const placement = placementOf(request, basket.value, prices, {
    id,
    number,
    accountId: account?.id ?? null,
    channel: channel.channel,
  });
  const withheld = await readWithheld(db, request.storeId, skus, ingest.now());
  const placed = await placeOfferedOrder(ingest, placement, withheld);
  return placed.ok ? answer({ db, ingest }, placed.value) : fail(refusalOf(placed.problem));
};
