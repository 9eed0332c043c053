import type { QueryExecutorProvider } from 'kysely';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';
import { dropPricesAfter } from './drop-prices.ts';

/** Id of the reference document that says which version of the price list is in force. */
export const CATALOG_VERSION_ID = 'catalogVersion';

const versionOf = async (store: Store): Promise<number> => {
  const reference = await store.transaction((tx) => tx.document('references', CATALOG_VERSION_ID));
  return reference?.type === 'catalogVersion' ? reference.value : 0;
};

const putVersion = (store: Store, version: number): Promise<void> =>
  store.transaction((tx) =>
    tx.putDocuments('references', [
      {
        id: CATALOG_VERSION_ID,
        document: { type: 'catalogVersion', value: version },
        streams: [streamName('references')],
      },
    ]),
  );

/**
 * Writes products, batch by batch, as the next version of the price list, and returns that version; when there are
 * none, the one in force. The version comes into force after its last product: should this be cut short, tills that
 * pulled some of them sell at new prices under the old version, and the next writing begins this version again.
 * Two at once would share a version: callers write one at a time.
 */
export const putProducts = async (
  { db, store }: { readonly db: QueryExecutorProvider; readonly store: Store },
  batches: AsyncIterable<readonly Product[]> | Iterable<readonly Product[]>,
): Promise<number> => {
  const inForce = await versionOf(store);
  await dropPricesAfter(db, inForce);
  let next = inForce;
  for await (const products of batches) {
    if (products.length === 0) continue;
    next = inForce + 1;
    const rows = products.map((document) => ({
      id: document.sku,
      document,
      streams: [streamName('products')],
    }));
    const version = next;
    await store.transaction(async (tx) => {
      await tx.putPrices(products, version);
      await tx.putDocuments('products', rows);
    });
  }
  if (next > inForce) await putVersion(store, next);
  return next;
};
