import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';

const putGroup = (store: Store, value: CustomerGroup, streams: readonly string[]): Promise<void> =>
  store.transaction((tx) =>
    tx.putDocuments('references', [
      {
        id: referenceId('customerGroup', value.id),
        document: { type: 'customerGroup', value },
        streams,
      },
    ]),
  );

/** A group of customers, at every till: with no network too it says why goods cost less. */
export const saveCustomerGroup = (store: Store, value: CustomerGroup): Promise<void> =>
  putGroup(store, value, [streamName('references')]);

/** Tills hear that it is gone. */
export const deleteCustomerGroup = (store: Store, value: CustomerGroup): Promise<void> =>
  putGroup(store, value, []);
