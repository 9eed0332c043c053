import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { ReceiptDetail, ReceiptsQuery, ReceiptsReply } from '#shared/protocol/dashboard.ts';
import { readReceipt } from '../projections/receipt-detail.ts';
import { listReceipts } from '../projections/receipts.ts';
import { isDay, storeDays } from '../projections/store-days.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const PAGE = 50;

/** What was sold, order by order, each with its evidence. */
export const receiptRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/receipts',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: ReceiptsQuery,
          response: { 200: ReceiptsReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, day, text = '', pickupState = null, cursor = null } = request.query;
        if (day !== undefined && !isDay(day)) return refuse(reply, 'malformed', '/day');
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        return listReceipts(db, {
          storeIds: idsOf(stores),
          days: day === undefined ? null : await storeDays(db, stores, day),
          text: text.trim(),
          pickupState,
          cursor,
          batch: PAGE + 1,
        });
      },
    );

    app.get(
      '/api/v1/dashboard/receipts/:orderId',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ orderId: IdSchema }),
          response: { 200: ReceiptDetail, ...errorReplies(401, 404) },
        },
      },
      async (request, reply) => {
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        const detail = await readReceipt(db, idsOf(stores), request.params.orderId);
        return detail ?? refuse(reply, 'not_found', '/orderId');
      },
    );
  };
