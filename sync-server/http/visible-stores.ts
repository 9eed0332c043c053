import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Me } from '#shared/protocol/dashboard.ts';
import { storesOf } from '../projections/references.ts';
import type { Tables } from '../tables.ts';

/**
 * The stores this person may see, of them the one that was asked for if one was. null = it is not among them: to
 * this person there is no such store.
 */
export const visibleStores = async (
  db: Tables,
  { storeIds }: Me,
  asked?: string,
): Promise<StoreSettings[] | null> => {
  const visible = (await storesOf(db)).filter(
    ({ storeId }) => storeIds === null || storeIds.includes(storeId),
  );
  if (asked === undefined) return visible;
  const found = visible.filter(({ storeId }) => storeId === asked);
  return found.length > 0 ? found : null;
};

export const idsOf = (stores: readonly StoreSettings[]): string[] =>
  stores.map(({ storeId }) => storeId);
