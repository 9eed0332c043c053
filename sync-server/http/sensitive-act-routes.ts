import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SensitiveActsQuery, SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { readSensitiveActs } from '../projections/sensitive-acts.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const LATEST = 300;

/** What was done at tills that somebody may want to look into. */
export const sensitiveActRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/sensitive-acts',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: SensitiveActsQuery,
          response: { 200: SensitiveActsReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const stores = await visibleStores(db, userOf(request), request.query.storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        return { acts: await readSensitiveActs(db, idsOf(stores), LATEST) };
      },
    );
  };
