import { type ReactNode, use } from 'react';
import { RegionContext } from '#renderer/ui/language/region.ts';
import { useStores } from '../data/use-stores.ts';

type StoreRegionProps = {
  /** undefined = the first store. */
  readonly storeId: string | undefined;
  readonly children: ReactNode;
};

/** Times and money inside are those of a store. */
export const StoreRegion = ({ storeId, children }: StoreRegionProps) => {
  const stores = useStores();
  const surrounding = use(RegionContext);
  const store = storeId === undefined ? stores[0] : stores.find((one) => one.storeId === storeId);
  return <RegionContext value={store ?? surrounding}>{children}</RegionContext>;
};
