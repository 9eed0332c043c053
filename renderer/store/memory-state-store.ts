import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { Collection, StreamPage } from '#shared/protocol/pull.ts';
import { collectionOf } from './collection-of.ts';
import { isLow } from '#shared/domain/stock/low.ts';
import { hasGoodsToPutBack, isOpenPickup, pageOf } from './order-lists.ts';
import type { StateStore, StreamPosition } from './state-store.ts';

/** State that lasts as long as its memory: for the simulation and for training. */
export const createMemoryStateStore = (): StateStore => {
  const collections = new Map<Collection, Map<string, unknown>>();
  const positions = new Map<string, StreamPosition>();
  /** References of before a reset, and the streams that may still bring them again (rule P6). */
  const kept = new Set<string>();
  const awaited = new Set<string>();
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
    if (collectionOf(page.stream) === 'references') kept.delete(id);
  };
  const replaceKept = (): void => {
    if (awaited.size > 0) return;
    for (const id of kept) documents('references').delete(id);
    kept.clear();
  };
  return {
    positions: async () => Object.fromEntries(positions),
    isWhole: async () => true,
    applyPage: async (page, position) => {
      for (const { id, document } of page.changes) applyChange(page, id, document);
      if (page.complete && awaited.delete(page.stream)) replaceKept();
      positions.set(page.stream, position);
    },
    reset: async () => {
      for (const id of documents('references').keys()) kept.add(id);
      for (const stream of positions.keys())
        if (collectionOf(stream) === 'references') awaited.add(stream);
      for (const name of collections.keys()) if (name !== 'references') collections.delete(name);
      positions.clear();
    },
    orders: async (ids) => ids.flatMap((id) => documents<Order>('orders').get(id) ?? []),
    openPickups: async () => all<Order>('orders').filter(isOpenPickup),
    lowStock: async (storeId) =>
      all<StockLevel>('stock').filter((level) => level.storeId === storeId && isLow(level)),
    putBacks: async () =>
      all<Order>('orders').filter((order) => !isOpenPickup(order) && hasGoodsToPutBack(order)),
    recentOrders: async (limit, before) => pageOf(all<Order>('orders'), limit, before),
    stockLevels: async (storeId, skus) =>
      all<StockLevel>('stock').filter(
        (level) => level.storeId === storeId && skus.includes(level.sku),
      ),
    references: async () => all<Reference>('references'),
    statuses: async () => all<OperationStatus>('statuses'),
    openExceptions: async () =>
      all<Exception>('exceptions').filter(({ state }) => state === 'open'),
    exceptions: async (ids) =>
      ids.flatMap((id) => documents<Exception>('exceptions').get(id) ?? []),
  };
};
