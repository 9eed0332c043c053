import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { storesOf } from '../projections/references.ts';
import type { DocumentRow, Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';

type Row = DocumentRow<'references'>;

const nameRow = ({ storeId, name, currency }: StoreSettings): Row => ({
  id: referenceId('store', storeId),
  document: { type: 'store', value: { storeId, name, currency } },
  streams: [streamName('references')],
});

/** What tills know of a store: its own everything, those of other stores that there is one. */
export const storeReferences = (value: StoreSettings): Row[] => [
  {
    id: referenceId('settings', value.storeId),
    document: { type: 'settings', value },
    streams: [streamName('references', value.storeId)],
  },
  nameRow(value),
];

/** Names stores that were opened before tills were told of each other's. Doing it twice is harmless. */
export const nameStores = async ({
  db,
  store,
}: {
  readonly db: Tables;
  readonly store: Store;
}): Promise<void> => {
  const stores = await storesOf(db);
  await store.transaction(async (tx) => {
    const unnamed: Row[] = [];
    for (const settings of stores)
      if ((await tx.document('references', referenceId('store', settings.storeId))) === null)
        unnamed.push(nameRow(settings));
    await tx.putDocuments('references', unnamed);
  });
};
