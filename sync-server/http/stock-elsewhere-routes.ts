import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { StockElsewhereReply, StockElsewhereRequest } from '#shared/protocol/stock-elsewhere.ts';
import { readStockElsewhere } from '../projections/stock-elsewhere.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import type { ServerParts } from './server-parts.ts';

/** Where else a product is that a customer asks for. */
export const stockElsewhereRoutes =
  ({ db, ingest: { now } }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/till/stock-elsewhere',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: StockElsewhereRequest,
          response: { 200: StockElsewhereReply, ...errorReplies(400, 401, 403, 503) },
        },
      },
      async (request) => ({
        asOf: now(),
        stores: await readStockElsewhere(db, tillOf(request).storeId, request.body.sku),
      }),
    );
  };
