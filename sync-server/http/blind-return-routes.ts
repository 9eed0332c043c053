import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { BlindReturnsReply, BlindReturnsRequest } from '#shared/protocol/blind-returns.ts';
import { readBlindReturns } from '../projections/blind-returns.ts';
import { errorReplies } from './error-replies.ts';
import type { ServerParts } from './server-parts.ts';

/** How often a customer came without a receipt to any store: what a till that reaches the server counts by. */
export const blindReturnRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/till/blind-returns',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: BlindReturnsRequest,
          response: { 200: BlindReturnsReply, ...errorReplies(400, 401, 403, 503) },
        },
      },
      async (request) => ({ returns: await readBlindReturns(db, request.body.customerHash) }),
    );
  };
