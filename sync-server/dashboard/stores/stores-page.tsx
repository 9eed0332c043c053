import { useTranslation } from 'react-i18next';
import { useStores } from '../data/use-stores.ts';
import { useTills } from '../data/use-tills.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { StoreCard } from './store-card.tsx';

/** Every store with its tills: when they were last heard, what they still hold, and how a new one is connected. */
export const StoresPage = () => {
  const { t } = useTranslation();
  const stores = useStores();
  const tills = useTills();
  return (
    <Page title={t('dashboard.tills')}>
      <QueryView query={tills}>
        {(reply) =>
          stores.map((store) => (
            <StoreRegion key={store.storeId} storeId={store.storeId}>
              <StoreCard
                store={store}
                tills={reply.tills.filter(({ storeId }) => storeId === store.storeId)}
              />
            </StoreRegion>
          ))
        }
      </QueryView>
    </Page>
  );
};
