import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { checkPriceList } from '#shared/domain/pricing/check-price-list.ts';
import { PriceList } from '#shared/domain/pricing/price-list.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import {
  PriceDifferencesQuery,
  PriceDifferencesReply,
  PriceListsReply,
} from '#shared/protocol/price-lists.ts';
import { noteChange } from '../chain/change-log.ts';
import { endPriceList, savePriceList } from '../chain/save-price-list.ts';
import { readPriceDifferences } from '../projections/price-differences.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { priceListsOf, storesOf } from '../projections/references.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse, refuseAs } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

const config = { audience: 'administrator' } as const;

/** Prices by store, channel and time: seen, planned and ended by head office. */
export const priceListRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    const all = async (): Promise<PriceListsReply> => ({ lists: await priceListsOf(db) });

    /** Why a price list cannot be; null = it can. */
    const refusalOf = async (list: PriceList): Promise<ErrorReply | null> => {
      const stores = new Set((await storesOf(db)).map(({ storeId }) => storeId));
      const elsewhere = list.storeIds?.findIndex((id) => !stores.has(id)) ?? -1;
      if (elsewhere >= 0) return { code: 'unknown_store', at: `/storeIds/${elsewhere}` };
      const skus = list.prices.map(({ sku }) => sku);
      const products = await readDocuments(db, 'products', skus);
      const unknown = skus.findIndex((sku) => !products.has(sku));
      if (unknown >= 0) return { code: 'unknown_sku', at: `/prices/${unknown}/sku` };
      const problem = checkPriceList(list);
      return problem && { code: 'contradicts_itself', at: problem.at };
    };

    app.get(
      '/api/v1/dashboard/price-lists',
      {
        config,
        schema: {
          tags: ['dashboard'],
          response: { 200: PriceListsReply, ...errorReplies(401, 403) },
        },
      },
      all,
    );

    app.get(
      '/api/v1/dashboard/price-differences',
      {
        config,
        schema: {
          tags: ['dashboard'],
          querystring: PriceDifferencesQuery,
          response: { 200: PriceDifferencesReply, ...errorReplies(400, 401, 403) },
        },
      },
      ({ query }) => readPriceDifferences(db, Number(query.page ?? 0), now()),
    );

    app.put(
      '/api/v1/dashboard/price-lists',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: PriceList,
          response: { 200: PriceListsReply, ...errorReplies(400, 401, 403, 422) },
        },
      },
      async (request, reply) => {
        const refusal = await refusalOf(request.body);
        if (refusal) return refuseAs(reply, refusal);
        const change = { kind: 'price_list_saved', subject: request.body.name } as const;
        await noteChange(db, userOf(request), change, now());
        await savePriceList(store, request.body);
        return all();
      },
    );

    app.post(
      '/api/v1/dashboard/price-lists/:id/end',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params: Exact({ id: IdSchema }),
          response: { 200: PriceListsReply, ...errorReplies(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const held = (await priceListsOf(db)).find(({ id }) => id === request.params.id);
        if (!held) return refuse(reply, 'not_found', '/id');
        const change = { kind: 'price_list_ended', subject: held.name } as const;
        await noteChange(db, userOf(request), change, now());
        await endPriceList(store, held, now());
        return all();
      },
    );
  };
