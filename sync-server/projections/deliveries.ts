import { sql } from 'kysely';
import { deliveredSkus, deliveryState } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import type { DeliveriesReply, DeliveryRow } from '#shared/protocol/deliveries.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

const PAGE = 50;

const deliveryIn = (reference: Reference | undefined): Delivery[] =>
  reference?.type === 'delivery' ? [reference.value] : [];

/** The delivery of this id, a supplier's or a transfer; null = there is none. */
export const deliveryOf = async (db: Tables, id: string): Promise<Delivery | null> => {
  const held = referenceId('delivery', id);
  return deliveryIn((await readDocuments(db, 'references', [held])).get(held))[0] ?? null;
};

/** Deliveries as head office reads them, with the names of their goods. */
export const deliveryRows = async (
  db: Tables,
  deliveries: readonly Delivery[],
): Promise<DeliveryRow[]> => {
  const skus = deliveries.flatMap((delivery) => deliveredSkus(delivery).map(({ sku }) => sku));
  const products = await readDocuments(db, 'products', [...new Set(skus)]);
  return deliveries.map((delivery) => ({
    id: delivery.id,
    toStoreId: delivery.toStoreId,
    supplier: delivery.supplier,
    reference: delivery.reference,
    expectedAt: delivery.expectedAt ?? null,
    state: deliveryState(delivery),
    receivedAt:
      delivery.receipts
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? null,
    lines: deliveredSkus(delivery).map((line) => ({
      ...line,
      name: products.get(line.sku)?.name ?? { en: line.sku },
    })),
  }));
};

/** What suppliers bring or brought to these stores, those announced last first: a page of them. */
export const readDeliveries = async (
  db: Tables,
  storeIds: readonly string[],
  page: number,
): Promise<DeliveriesReply> => {
  const { rows } = await sql<{ body: string }>`
    select body from documents
    where collection = 'references' and id like 'delivery:%' and body like '%"fromStoreId":null%'
      and substring(body from '"toStoreId":"([^"]+)"') = any(${[...storeIds]}::text[])
    order by substring(body from '"sentAt":"([^"]+)"') collate "C" desc, id desc
    limit ${PAGE + 1} offset ${page * PAGE}`.execute(db);
  const found = rows
    .slice(0, PAGE)
    .flatMap(({ body }) => deliveryIn(JSON.parse(body) as Reference));
  return {
    deliveries: await deliveryRows(db, found),
    next: rows.length > PAGE ? String(page + 1) : null,
  };
};
