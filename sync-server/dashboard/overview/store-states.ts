import type { Overview } from '#shared/protocol/dashboard.ts';
import { type DataState, storeDataState } from '../data/data-state.ts';

export type StoreState = Overview['stores'][number] & { readonly state: DataState };

/** The stores of an overview with how complete their data is. `now` in milliseconds, by the server's clock. */
export const storeStates = ({ stores, tills }: Overview, now: number): readonly StoreState[] =>
  stores.map((store) => ({
    ...store,
    state: storeDataState(
      tills.filter(({ storeId, state }) => storeId === store.storeId && state === 'enrolled'),
      now,
    ),
  }));
