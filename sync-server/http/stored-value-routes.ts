import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CreditHistory, CreditReply, CreditRequest } from '#shared/protocol/stored-value.ts';
import { readCredit, readCreditHistory } from '../projections/stored-value.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Codes a minute from one address: nobody finds one by trying. */
const RATE = { max: 60, timeWindow: '1 minute' };

/** Store credit by its code: what tills ask when they reach the server, and what head office looks up. */
export const storedValueRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/till/store-credit',
      {
        config: { audience: 'till', rateLimit: RATE },
        schema: {
          tags: ['till'],
          body: CreditRequest,
          response: { 200: CreditReply, ...errorReplies(400, 401, 403, 404, 429, 503) },
        },
      },
      async (request, reply) =>
        (await readCredit(db, request.body.code, tillOf(request).storeId)) ??
        refuse(reply, 'not_found', '/code'),
    );

    app.get(
      '/api/v1/dashboard/store-credit',
      {
        config: { audience: 'user', rateLimit: RATE },
        schema: {
          tags: ['dashboard'],
          querystring: CreditRequest,
          response: { 200: CreditHistory, ...errorReplies(400, 401, 404, 429) },
        },
      },
      async (request, reply) =>
        (await readCreditHistory(db, request.query.code)) ?? refuse(reply, 'not_found', '/code'),
    );
  };
