import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { OrderReply, OrderRequest } from '#shared/protocol/channel.ts';
import { isOrderOf } from '../channels/order-claims.ts';
import { orderReplyOf } from '../channels/order-reply.ts';
import { placeChannelOrder } from '../channels/place-order.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { channelOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse, refuseAs } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.String({ pattern: '^[!-~]{1,200}$' }),
});
export const ONE_ORDER = { tags: ['channel'], params: Exact({ id: IdSchema }) };

/** Orders that channels place and look at. A channel knows of its own orders alone. */
export const orderRoutes =
  ({ db, ingest, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/orders',
      {
        config: { audience: 'channel' },
        schema: {
          tags: ['channel'],
          headers: IdempotencyHeaders,
          body: OrderRequest,
          response: { 201: OrderReply, ...errorReplies(400, 401, 409, 422, 503) },
        },
      },
      async (request, reply) => {
        const key = request.headers['idempotency-key'];
        const channel = channelOf(request);
        const placed = await placeChannelOrder(
          { db, ingest },
          { channel, key, request: request.body },
        );
        if (!placed.ok) return refuseAs(reply, placed.problem);
        reply.status(201);
        return placed.value;
      },
    );

    app.get(
      '/api/v1/orders/:id',
      {
        config: { audience: 'channel' },
        schema: { ...ONE_ORDER, response: { 200: OrderReply, ...errorReplies(401, 404) } },
      },
      async (request, reply) => {
        const { id } = request.params;
        if (!(await isOrderOf(db, channelOf(request).channelId, id)))
          return refuse(reply, 'not_found', '/id');
        const order = (await readDocuments(db, 'orders', [id])).get(id);
        return (
          (order && (await orderReplyOf(db, order, now()))) ?? refuse(reply, 'not_found', '/id')
        );
      },
    );
  };
