import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Result } from '#shared/kernel/result.ts';
import {
  CLOCK_TOLERANCE,
  EditRequest,
  GiveUpQuery,
  OrderReply,
  PaymentRequest,
  RefundRequest,
} from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { hashSecret } from '../auth/secrets.ts';
import { underKey } from '../channels/act-claims.ts';
import {
  editOrder,
  giveUp,
  payOrder,
  refundOrder,
  type ToldAct,
} from '../channels/change-order.ts';
import { isOrderOf } from '../channels/order-claims.ts';
import { orderReplyOf } from '../channels/order-reply.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { channelOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { IdempotencyHeaders, ONE_ORDER } from './order-routes.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

type Told = {
  readonly id: string;
  readonly channelId: string;
  readonly key: string;
  readonly happenedAt: string | undefined;
  /** Of everything that is asked; null = it may be asked under any key. */
  readonly bodyHash: string | null;
};
type Changed = Promise<Result<Order, ErrorReply>>;
type Change = (told: ToldAct) => Changed;

const RESPONSE = { 200: OrderReply, ...errorReplies(400, 401, 404, 409, 422, 503) };
const CONFIG = { audience: 'channel' } as const;
const KEYED = { ...ONE_ORDER, headers: IdempotencyHeaders, response: RESPONSE };

const toldIn = (request: FastifyRequest, id: string, happenedAt: string | undefined): Told => {
  const { channelId } = channelOf(request);
  const key = `${channelId} ${String(request.headers['idempotency-key'] ?? '')}`;
  const { method, body } = request;
  const path = request.url.split('?')[0];
  const bodyHash = body ? hashSecret(canonicalJson({ method, path, body })) : null;
  return { id, channelId, key, happenedAt, bodyHash };
};

/** Nothing happened yet that is later than a clock can be wrong. */
const isInFuture = (happenedAt: string | null, now: string): boolean =>
  happenedAt !== null && Date.parse(happenedAt) > Date.parse(now) + CLOCK_TOLERANCE;

/**
 * What channels change about their orders. One that asks may be told that it is too late; what happened at the channel
 * already (`happenedAt`) is taken in, and contradictions become exceptions.
 */
export const orderActRoutes =
  ({ db, ingest, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    const parts = { db, ingest };

    const answer = async (reply: FastifyReply, told: Told, change: Change) => {
      const { id, channelId, key, happenedAt = null, bodyHash } = told;
      if (isInFuture(happenedAt, now())) return refuse(reply, 'in_future', '/happenedAt');
      const isOwn = await isOrderOf(db, channelId, id);
      const order = isOwn ? (await readDocuments(db, 'orders', [id])).get(id) : undefined;
      if (!order) return refuse(reply, 'not_found', '/id');
      const act = (): Changed => change({ order, key, happenedAt });
      const changed = await (bodyHash === null
        ? act()
        : underKey(db, { channelId, orderId: id, key, bodyHash }, act));
      if (!changed.ok) return refuse(reply, changed.problem.code, changed.problem.at);
      return (await orderReplyOf(db, changed.value, now())) ?? refuse(reply, 'not_found', '/id');
    };

    app.patch(
      '/api/v1/orders/:id',
      { config: CONFIG, schema: { ...KEYED, body: EditRequest } },
      (request, reply) => {
        const { body, params } = request;
        const told = toldIn(request, params.id, body.happenedAt);
        return answer(reply, told, (act) => editOrder(parts, act, body));
      },
    );

    app.post(
      '/api/v1/orders/:id/payments',
      { config: CONFIG, schema: { ...KEYED, body: PaymentRequest } },
      (request, reply) => {
        const { body, params } = request;
        const told = toldIn(request, params.id, body.happenedAt);
        return answer(reply, told, (act) => payOrder(parts, act, body));
      },
    );

    app.post(
      '/api/v1/orders/:id/refunds',
      { config: CONFIG, schema: { ...KEYED, body: RefundRequest } },
      (request, reply) => {
        const { body, params } = request;
        const told = toldIn(request, params.id, body.happenedAt);
        return answer(reply, told, (act) => refundOrder(parts, act, body));
      },
    );

    // Giving up what is given up changes nothing: no key is needed.
    for (const type of ['cancel', 'expire'] as const)
      app.post(
        `/api/v1/orders/:id/${type}`,
        {
          config: CONFIG,
          schema: { ...ONE_ORDER, querystring: GiveUpQuery, response: RESPONSE },
        },
        (request, reply) => {
          const told = toldIn(request, request.params.id, request.query.happenedAt);
          return answer(reply, told, (act) => giveUp(parts, act, type));
        },
      );
  };
