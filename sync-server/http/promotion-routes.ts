import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { checkPromotion } from '#shared/domain/pricing/check-promotion.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { promotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { NOBODY } from '#shared/domain/pricing/in-force.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import {
  PreviewReply,
  PreviewRequest,
  PromotionRequest,
  PromotionsReply,
} from '#shared/protocol/promotions.ts';
import { noteChange } from '../chain/change-log.ts';
import { endPromotion, savePromotion } from '../chain/save-promotion.ts';
import { priceLines } from '../channels/price-lines.ts';
import { readStorePrices } from '../projections/store-prices.ts';
import { promotionsIn, promotionsOf, storesOf } from '../projections/references.ts';
import { shopCategories } from '../projections/shop-products.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse, refuseAs } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

const config = { audience: 'administrator' } as const;

/** What is cheaper, for whom and when: seen, planned and ended by head office. */
export const promotionRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    const all = async (): Promise<PromotionsReply> => ({
      promotions: await promotionsOf(db),
      categories: await shopCategories(db),
    });

    /** Why a promotion cannot be; null = it can. */
    const refusalOf = async (promotion: Promotion): Promise<ErrorReply | null> => {
      const stores = await storesOf(db);
      const known = new Set(stores.map(({ storeId }) => storeId));
      const unknown = promotion.storeIds?.findIndex((id) => !known.has(id)) ?? -1;
      if (unknown >= 0) return { code: 'unknown_store', at: `/storeIds/${unknown}` };
      const taken = (await promotionsOf(db)).find(
        ({ id, code }) => code !== null && code === promotion.code && id !== promotion.id,
      );
      if (taken) return { code: 'taken', at: '/code' };
      const problem = checkPromotion(promotion, stores[0]?.timeZone ?? 'UTC');
      return problem && { code: 'contradicts_itself', at: problem.at };
    };

    app.get(
      '/api/v1/dashboard/promotions',
      {
        config,
        schema: {
          tags: ['dashboard'],
          response: { 200: PromotionsReply, ...errorReplies(401, 403) },
        },
      },
      all,
    );

    app.put(
      '/api/v1/dashboard/promotions',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: PromotionRequest,
          response: { 200: PromotionsReply, ...errorReplies(400, 401, 403, 409, 422) },
        },
      },
      async (request, reply) => {
        const refusal = await refusalOf(request.body);
        if (refusal) return refuseAs(reply, refusal);
        const change = { kind: 'promotion_saved', subject: request.body.name.en } as const;
        await noteChange(db, userOf(request), change, now());
        await savePromotion(store, request.body);
        return all();
      },
    );

    app.post(
      '/api/v1/dashboard/promotions/:id/end',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params: Exact({ id: IdSchema }),
          response: { 200: PromotionsReply, ...errorReplies(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const held = (await promotionsOf(db)).find((one) => one.id === id);
        if (!held) return refuse(reply, 'not_found', '/id');
        const change = { kind: 'promotion_ended', subject: held.name.en } as const;
        await noteChange(db, userOf(request), change, now());
        await endPromotion(store, id, now());
        return all();
      },
    );

    app.post(
      '/api/v1/dashboard/promotions/preview',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: PreviewRequest,
          response: { 200: PreviewReply, ...errorReplies(400, 401, 403, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, lines, draft } = request.body;
        const skus = lines.map(({ sku }) => sku);
        const at = draft && draft.startsAt > now() ? draft.startsAt : now();
        const list = await readStorePrices(db, { storeId, channel: 'store' }, skus, at);
        if (!list) return refuse(reply, 'unknown_store', '/storeId');
        const others = (await promotionsIn(db, storeId)).filter(({ id }) => id !== draft?.id);
        const { timeZone, currency } = list.settings;
        const promotions = promotionBook(draft ? [...others, draft] : others, {
          storeId,
          channel: 'store',
          timeZone,
        });
        const buyer = {
          groupIds: draft?.groupIds ?? NOBODY.groupIds,
          codes: draft?.code ? [draft.code] : NOBODY.codes,
        };
        const priced = priceLines(lines, { ...list, promotions }, buyer);
        if (!priced.ok) return refuse(reply, priced.problem.code, priced.problem.at);
        return { currency, ...priced.value };
      },
    );
  };
