import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../data/use-filters.ts';
import { useSettings } from '../data/use-settings.ts';
import control from '../parts/control.module.css';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { LayoutEditor } from './layout-editor.tsx';

/** What stands on the receipts of each store beside what was sold. */
export const ReceiptLayoutPage = () => {
  const { t } = useTranslation();
  const settings = useSettings(true);
  const { values, set } = useFilters('store');
  const stores = settings.data?.stores ?? [];
  const store = stores.find(({ storeId }) => storeId === values.store) ?? stores[0];
  return (
    <Page
      title={t('receiptLayout.title')}
      controls={
        <Select
          aria-label={t('dashboard.store')}
          w={240}
          size="md"
          classNames={{ input: control['control'] ?? '' }}
          allowDeselect={false}
          value={store?.storeId ?? null}
          onChange={(chosen) => set('store', chosen ?? undefined)}
          data={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
        />
      }
    >
      <QueryView query={settings}>
        {() =>
          store ? (
            <StoreRegion storeId={store.storeId}>
              {/* Another store is another form. */}
              <LayoutEditor key={store.storeId} settings={store} />
            </StoreRegion>
          ) : (
            <p>{t('receiptLayout.noStores')}</p>
          )
        }
      </QueryView>
    </Page>
  );
};
