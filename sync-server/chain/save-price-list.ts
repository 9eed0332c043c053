import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store, StoreTransaction } from '../store/store.ts';

const putPriceList = async (tx: StoreTransaction, value: PriceList): Promise<void> => {
  const { id, storeIds, prices } = value;
  for (const storeId of storeIds ?? [null]) await tx.putListedPrices(storeId, prices);
  await tx.putDocuments('references', [
    {
      id: referenceId('priceList', id),
      document: { type: 'priceList', value },
      streams:
        storeIds === null
          ? [streamName('references')]
          : storeIds.map((storeId) => streamName('references', storeId)),
    },
  ]);
};

/** A price list from now on; tills have it before it begins, so that it does so with no network. */
export const savePriceList = (store: Store, list: PriceList): Promise<void> =>
  store.transaction((tx) => putPriceList(tx, list));

/** Ends a price list at a moment; one that has not begun never will. It is kept, to be looked at. */
export const endPriceList = (store: Store, list: PriceList, at: string): Promise<void> => {
  const { startsAt, endsAt } = list;
  if (endsAt !== null && endsAt <= at) return Promise.resolve();
  return savePriceList(store, { ...list, endsAt: at, startsAt: startsAt < at ? startsAt : at });
};
