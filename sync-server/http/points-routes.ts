import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  BalanceReply,
  BalanceRequest,
  PointsReply,
  PointsRequest,
} from '#shared/protocol/points.ts';
import { readAccounts, readBalance } from '../projections/points.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Accounts a minute from one address: nobody finds one by trying. */
const RATE = { max: 60, timeWindow: '1 minute' };

/** Loyalty points: the ledger for head office, a balance for channels. Tills hear of them with the customer. */
export const pointsRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/points',
      {
        config: { audience: 'administrator', rateLimit: RATE },
        schema: {
          tags: ['dashboard'],
          querystring: PointsRequest,
          response: { 200: PointsReply, ...errorReplies(400, 401, 429) },
        },
      },
      async (request) => ({ accounts: await readAccounts(db, request.query.text) }),
    );

    app.get(
      '/api/v1/points',
      {
        config: { audience: 'channel', rateLimit: RATE },
        schema: {
          tags: ['channel'],
          querystring: BalanceRequest,
          response: { 200: BalanceReply, ...errorReplies(400, 401, 404, 429) },
        },
      },
      async (request, reply) =>
        (await readBalance(db, request.query.loyaltyCard)) ??
        refuse(reply, 'not_found', '/loyaltyCard'),
    );
  };
