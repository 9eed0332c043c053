import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { Collection, StreamPage } from '#shared/protocol/pull.ts';
import { collectionOf } from './collection-of.ts';
import { isOpenPickup, pageOf } from './order-lists.ts';
import type { StateStore, StreamPosition } from './state-store.ts';

/** State that lasts as long as its memory: for the simulation and for training. */
export const createMemoryStateStore = (): StateStore => {
  const collections = new Map<Collection, Map<string, unknown>>();
  const positions = new Map<string, StreamPosition>();
  const documents = <Document>(collection: Collection): Map<string, Document> => {
    const found = collections.get(collection) ?? new Map<string, unknown>();
    collections.set(collection, found);
    return found as Map<string, Document>;
  };
  const all = <Document>(collection: Collection): Document[] => [
    ...documents<Document>(collection).values(),
  ];
  const applyChange = (page: StreamPage, id: string, document: unknown): void => {
    const collection = documents(collectionOf(page.stream));
    if (document === null) collection.delete(id);
    else collection.set(id, document);
  };
  return {
    positions: async () => Object.fromEntries(positions),
    applyPage: async (page, position) => {
      for (const { id, document } of page.changes) applyChange(page, id, document);
      positions.set(page.stream, position);
    },
    reset: async () => {
      collections.clear();
      positions.clear();
    },
    orders: async (ids) => ids.flatMap((id) => documents<Order>('orders').get(id) ?? []),
    openPickups: async () => all<Order>('orders').filter(isOpenPickup),
    recentOrders: async (limit, before) => pageOf(all<Order>('orders'), limit, before),
    stockLevels: async (storeId, skus) =>
      all<StockLevel>('stock').filter(
        (level) => level.storeId === storeId && skus.includes(level.sku),
      ),
    references: async () => all<Reference>('references'),
    statuses: async () => all<OperationStatus>('statuses'),
    openExceptions: async () =>
      all<Exception>('exceptions').filter(({ state }) => state === 'open'),
  };
};
