import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { isAdministrator } from '../data/is-administrator.ts';
import { useMe } from '../data/use-me.ts';
import { useSettings } from '../data/use-settings.ts';
import { useStores } from '../data/use-stores.ts';
import { useTills } from '../data/use-tills.ts';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { StoreRegion } from '../parts/store-region.tsx';
import { StoreCard } from './store-card.tsx';
import { StoreDialog } from './store-dialog.tsx';

/** What an administrator has open: a store's id, `null` = a new store. */
type Edited = { readonly storeId: string | null };

/** Every store with its tills: when they were last heard, what they still hold, and how a new one is connected. */
export const StoresPage = () => {
  const { t } = useTranslation();
  const stores = useStores();
  const tills = useTills();
  const { data: me = null } = useMe();
  const mayEdit = me !== null && isAdministrator(me);
  const settings = useSettings(mayEdit).data?.stores ?? [];
  const [edited, setEdited] = useState<Edited | null>(null);
  const store = settings.find(({ storeId }) => storeId === edited?.storeId) ?? null;
  return (
    <Page
      title={t('dashboard.tills')}
      controls={
        mayEdit ? (
          <Button
            tone="primary"
            icon={<IconPlus size={20} />}
            onClick={() => setEdited({ storeId: null })}
          >
            {t('admin.newStore')}
          </Button>
        ) : null
      }
    >
      <QueryView query={tills}>
        {(reply) =>
          stores.map(({ storeId, ...summary }) => (
            <StoreRegion key={storeId} storeId={storeId}>
              <StoreCard
                store={{ storeId, ...summary }}
                tills={reply.tills.filter((till) => till.storeId === storeId)}
                fiscal={reply.fiscal}
                onEdit={mayEdit ? () => setEdited({ storeId }) : null}
              />
            </StoreRegion>
          ))
        }
      </QueryView>
      {edited !== null && (edited.storeId === null || store !== null) ? (
        <StoreDialog store={store} chain={settings} onClose={() => setEdited(null)} />
      ) : null}
    </Page>
  );
};
