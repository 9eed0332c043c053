import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShopProductsQuery, ShopProductsReply, ShopReply } from '#shared/protocol/shop.ts';
import { DEMO_CHANNEL_KEY } from '../channels/demo-channel-key.ts';
import { storesOf } from '../projections/references.ts';
import { shopCategories, shopProducts } from '../projections/shop-products.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** What the shop's page may ask of the channel API, by the path that follows `/api/v1/shop`. */
const PASSED_ON = [
  { method: 'POST', path: '/quotes' },
  { method: 'POST', path: '/orders' },
  { method: 'GET', path: '/orders/:id' },
] as const;

const PREFIX = '/api/v1/shop';

/** Orders a minute from one address. */
const RATE = { max: 120, timeWindow: '1 minute' };

/**
 * The back of the demo's online shop. It speaks to the channel API like every online shop, with a key that its pages
 * never see; what it may show of the catalog is its own. Registered in the demo alone.
 */
export const shopRoutes =
  ({ db, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      PREFIX,
      {
        config: { audience: 'public' },
        schema: { tags: ['demo'], response: { 200: ShopReply, ...errorReplies(404) } },
      },
      async (_, reply) => {
        const stores = await storesOf(db);
        const [first] = stores;
        if (!first) return refuse(reply, 'not_found');
        return {
          chainName: first.chainName,
          currency: first.currency,
          timeZone: first.timeZone,
          stores: stores.map(({ storeId, name, address }) => ({ storeId, name, address })),
          categories: await shopCategories(db),
        };
      },
    );

    app.get(
      `${PREFIX}/products`,
      {
        config: { audience: 'public' },
        schema: {
          tags: ['demo'],
          querystring: ShopProductsQuery,
          response: { 200: ShopProductsReply, ...errorReplies(400) },
        },
      },
      async (request) => shopProducts(db, request.query, now()),
    );

    const passOn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { method, url, headers, body } = request;
      const key = headers['idempotency-key'];
      const answer = await app.inject({
        method: method === 'POST' ? 'POST' : 'GET',
        url: url.replace(PREFIX, '/api/v1'),
        headers: {
          authorization: `Bearer ${DEMO_CHANNEL_KEY}`,
          ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { payload: JSON.stringify(body) } : {}),
      });
      return reply
        .status(answer.statusCode)
        .type('application/json; charset=utf-8')
        .send(answer.body);
    };

    for (const { method, path } of PASSED_ON)
      app.route({
        method,
        url: `${PREFIX}${path}`,
        config: { audience: 'public', rateLimit: RATE },
        schema: { tags: ['demo'] },
        handler: passOn,
      });
  };
