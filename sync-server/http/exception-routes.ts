import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ExceptionsQuery, ExceptionsReply } from '#shared/protocol/dashboard.ts';
import { listExceptions } from '../projections/exceptions.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const PAGE = 50;

/** Facts that contradict each other, for a person to decide. */
export const exceptionRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/exceptions',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: ExceptionsQuery,
          response: { 200: ExceptionsReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, state = null, cursor } = request.query;
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        if (cursor !== undefined && !/^[0-9]{1,15}$/.test(cursor))
          return refuse(reply, 'malformed', '/cursor');
        const before = cursor === undefined ? null : Number(cursor);
        return listExceptions(db, {
          storeIds: idsOf(stores),
          state,
          before,
          limit: PAGE,
        });
      },
    );
  };
