import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AvailabilityQuery,
  AvailabilityReply,
  QuoteReply,
  QuoteRequest,
} from '#shared/protocol/channel.ts';
import { buyerOf } from '../channels/buyer-of.ts';
import { priceLines } from '../channels/price-lines.ts';
import { readAvailability } from '../projections/availability.ts';
import { readStorePrices } from '../projections/store-prices.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { storesOf } from '../projections/references.ts';
import { channelOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** What a channel asks before it sells: what a basket costs in a store, and where there is some. */
export const quoteRoutes =
  ({ db, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/quotes',
      {
        config: { audience: 'channel' },
        schema: {
          tags: ['channel'],
          body: QuoteRequest,
          response: { 200: QuoteReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, lines } = request.body;
        const skus = lines.map(({ sku }) => sku);
        const prices = await readStorePrices(
          db,
          { storeId, channel: channelOf(request).channel },
          skus,
          now(),
        );
        if (!prices) return refuse(reply, 'unknown_store', '/storeId');
        const buyer = await buyerOf(db, request.body, prices);
        if (!buyer.ok) return refuse(reply, buyer.problem.code, buyer.problem.at);
        const priced = priceLines(lines, prices, buyer.value);
        if (!priced.ok) return refuse(reply, priced.problem.code, priced.problem.at);
        const { currency, taxInclusive } = prices.settings;
        return { storeId, at: prices.at, currency, taxInclusive, ...priced.value };
      },
    );

    app.get(
      '/api/v1/availability',
      {
        config: { audience: 'channel' },
        schema: {
          tags: ['channel'],
          querystring: AvailabilityQuery,
          response: { 200: AvailabilityReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { sku, storeId } = request.query;
        const product = (await readDocuments(db, 'products', [sku])).get(sku);
        if (!product?.active) return refuse(reply, 'unknown_sku', '/sku');
        const all = (await storesOf(db)).map((store) => store.storeId);
        const storeIds = all.filter((id) => storeId === undefined || id === storeId);
        if (storeIds.length === 0) return refuse(reply, 'unknown_store', '/storeId');
        const at = now();
        return { sku, at, stores: await readAvailability(db, sku, storeIds, at) };
      },
    );
  };
