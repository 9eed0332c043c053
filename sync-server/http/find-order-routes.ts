import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { FindOrderReply, FindOrderRequest } from '#shared/protocol/find-order.ts';
import { findOrder } from '../projections/find-order.ts';
import { errorReplies } from './error-replies.ts';
import type { ServerParts } from './server-parts.ts';

/** Of a sale that never came to its store a till asks here, before it takes goods back. */
export const findOrderRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/till/find-order',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: FindOrderRequest,
          response: { 200: FindOrderReply, ...errorReplies(400, 401, 403, 503) },
        },
      },
      async (request) => ({ orders: await findOrder(db, request.body.text) }),
    );
  };
