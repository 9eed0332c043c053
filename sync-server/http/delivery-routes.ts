import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { isReceived } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { UNIT } from '#shared/kernel/quantity.ts';
import type { Me } from '#shared/protocol/dashboard.ts';
import {
  DeliveriesQuery,
  DeliveriesReply,
  DeliveryDraft,
  DeliveryRow,
} from '#shared/protocol/deliveries.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { noteChange } from '../chain/change-log.ts';
import { announceDelivery } from '../ingest/announce-delivery.ts';
import { deliveryOf, deliveryRows, readDeliveries } from '../projections/deliveries.ts';
import { readDocuments } from '../projections/read-documents.ts';
import type { Tables } from '../tables.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse, refuseAs } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const config = { audience: 'user' } as const;

/** What may be said anew: what another store sent, or what came already, is a fact. */
const isChangeable = (delivery: Delivery, storeIds: readonly string[]): boolean =>
  delivery.fromStoreId === null && !isReceived(delivery) && storeIds.includes(delivery.toStoreId);

/** Why this person cannot announce it; null = they can. */
const refusalOf = async (
  db: Tables,
  who: Me,
  { toStoreId, lines }: DeliveryDraft,
  before: Delivery | null,
): Promise<ErrorReply | null> => {
  const storeIds = idsOf((await visibleStores(db, who)) ?? []);
  if (!storeIds.includes(toStoreId)) return { code: 'unknown_store', at: '/toStoreId' };
  if (before && !isChangeable(before, storeIds)) return { code: 'taken', at: '/id' };
  const skus = lines.map(({ sku }) => sku);
  const products = await readDocuments(db, 'products', skus);
  const unknown = skus.findIndex((sku) => products.get(sku)?.kind !== 'goods');
  if (unknown >= 0) return { code: 'unknown_sku', at: `/lines/${unknown}/sku` };
  const broken = lines.findIndex(
    ({ sku, quantity }) => products.get(sku)?.unit === 'piece' && quantity % UNIT !== 0,
  );
  return broken < 0 ? null : { code: 'amount_invalid', at: `/lines/${broken}/quantity` };
};

/** What suppliers will bring: announced by head office, or by a store's manager for that store. */
export const deliveryRoutes =
  ({ db, ingest, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/deliveries',
      {
        config,
        schema: {
          tags: ['dashboard'],
          querystring: DeliveriesQuery,
          response: { 200: DeliveriesReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, page = '0' } = request.query;
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        return readDeliveries(db, idsOf(stores), Number(page));
      },
    );

    app.put(
      '/api/v1/dashboard/deliveries',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: DeliveryDraft,
          response: { 200: DeliveryRow, ...errorReplies(400, 401, 409, 422) },
        },
      },
      async (request, reply) => {
        const who = userOf(request);
        const before = await deliveryOf(db, request.body.id);
        const refusal = await refusalOf(db, who, request.body, before);
        if (refusal) return refuseAs(reply, refusal);
        const { toStoreId, supplier, reference } = request.body;
        const subject = `${toStoreId} · ${supplier} · ${reference}`;
        await noteChange(db, who, { kind: 'delivery_announced', subject }, now());
        const sentAt = before?.sentAt ?? now();
        const announced = await announceDelivery(ingest, { ...request.body, sentAt });
        const [row] = await deliveryRows(db, [announced]);
        if (!row) throw new Error('a delivery was announced and is none');
        return row;
      },
    );
  };
