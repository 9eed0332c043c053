import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Overview, OverviewQuery, StoresReply } from '#shared/protocol/dashboard.ts';
import { readOverview } from '../projections/overview.ts';
import { isDay } from '../projections/store-days.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { visibleStores } from './visible-stores.ts';

/** The stores a person sees, how they do today, and what wants attention; and when to look again. */
export const overviewRoutes =
  ({ db, live, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/stores',
      {
        config: { audience: 'user' },
        schema: { tags: ['dashboard'], response: { 200: StoresReply, ...errorReplies(401) } },
      },
      async (request) => {
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        return {
          stores: stores.map(({ storeId, name, address, currency, timeZone }) => ({
            storeId,
            name,
            address,
            currency,
            timeZone,
          })),
        };
      },
    );

    app.get(
      '/api/v1/dashboard/overview',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: OverviewQuery,
          response: { 200: Overview, ...errorReplies(400, 401, 404, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, day = null, currency = null } = request.query;
        if (day !== null && !isDay(day)) return refuse(reply, 'malformed', '/day');
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        const wanted = { stores, storeId: storeId ?? null, day, currency };
        return (await readOverview(db, wanted, now())) ?? refuse(reply, 'not_found');
      },
    );

    app.get(
      '/api/v1/dashboard/stream',
      {
        config: { audience: 'user' },
        schema: { tags: ['dashboard'], response: errorReplies(401) },
      },
      (request, reply) => {
        const { userId, storeIds } = userOf(request);
        const isSeen = (stream: string) => {
          const [, audience] = stream.split(':');
          return storeIds === null || audience === undefined || storeIds.includes(audience);
        };
        live.open(reply, userId, isSeen);
      },
    );
  };
