import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { ShiftDetail, ShiftsQuery, ShiftsReply } from '#shared/protocol/shifts.ts';
import { readShift } from '../projections/shift-detail.ts';
import { listShifts } from '../projections/shifts.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const PAGE = 50;

/** Shifts of tills, their Z reports and what was settled since. */
export const shiftRoutes =
  ({ db, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/shifts',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: ShiftsQuery,
          response: { 200: ShiftsReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, only, cursor = null } = request.query;
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        return listShifts(db, {
          storeIds: idsOf(stores),
          onlyDifferent: only === 'different',
          cursor,
          limit: PAGE,
          now: now(),
        });
      },
    );

    app.get(
      '/api/v1/dashboard/shifts/:shiftId',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ shiftId: IdSchema }),
          response: { 200: ShiftDetail, ...errorReplies(401, 404) },
        },
      },
      async (request, reply) => {
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        const detail = await readShift(db, idsOf(stores), request.params.shiftId, now());
        return detail ?? refuse(reply, 'not_found', '/shiftId');
      },
    );
  };
