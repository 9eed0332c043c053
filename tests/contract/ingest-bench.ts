import type { IngestEnvironment } from '#server/ingest/environment.ts';
import type { Documents } from '#server/store/store.ts';
import type { ExceptionKind } from '#shared/domain/exception/schema.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { type Change, type Collection, streamName } from '#shared/protocol/pull.ts';
import type { OpenStore } from './open-stores.ts';
import { environmentOn } from './pushing-till.ts';
import { settings } from './shop.ts';

/** A store of the chain that no other test knows, on a database that many tests share. */
export const openShop = async ({ store, contents }: OpenStore, storeId: string) => {
  const environment: IngestEnvironment = environmentOn(store);
  const id = referenceId('settings', storeId);
  const document = { type: 'settings' as const, value: settings(storeId) };
  const streams = [streamName('references', storeId)];
  await store.transaction((tx) => tx.putDocuments('references', [{ id, document, streams }]));

  const read = <Name extends Collection>(collection: Name, documentId: string) =>
    store.transaction((tx) => tx.document(collection, documentId));

  const pull = async <Name extends Collection>(collection: Name, audience = storeId) => {
    const { changes } = await store.pull(streamName(collection, audience), 0, 100_000);
    const rows = JSON.parse(changes) as Change[];
    return rows
      .map((change) => change.document as Documents[Name] | null)
      .filter((found) => found !== null);
  };

  return {
    environment,
    storeId,
    order: (orderId: string) => read('orders', orderId),
    level: async (sku: string) => {
      const level = await read('stock', stockLevelId(storeId, sku));
      return level && { onHand: level.onHand / 1000, reserved: level.reserved / 1000 };
    },
    pull,
    openExceptions: async (): Promise<ExceptionKind[]> =>
      (await pull('exceptions')).filter(({ state }) => state === 'open').map(({ kind }) => kind),
    ledgers: () => contents(storeId),
    /** All that facts have made, without the record of the facts themselves. */
    effects: async () => {
      const { movements, reservations, saleLines, money } = await contents(storeId);
      return {
        orders: await pull('orders'),
        stock: await pull('stock'),
        exceptions: await pull('exceptions'),
        movements,
        reservations,
        saleLines,
        money,
      };
    },
  };
};

export type Shop = Awaited<ReturnType<typeof openShop>>;
