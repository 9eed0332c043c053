import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import type { Me } from '#shared/protocol/dashboard.ts';
import { isAdministrator } from '../data/is-administrator.ts';
import { StoreDialog } from '../stores/store-dialog.tsx';

/** Head office before there is anything to look after. */
export const NoStores = ({ me }: { readonly me: Me }) => {
  const { t } = useTranslation();
  const [isOpening, setOpening] = useState(false);
  return (
    <>
      <EmptyState
        icon={<IconBuildingStore size={40} stroke={1.6} />}
        title={t('dashboard.noStores')}
        hint={t('dashboard.noStoresHint')}
        action={
          isAdministrator(me) ? (
            <Button tone="primary" icon={<IconPlus size={20} />} onClick={() => setOpening(true)}>
              {t('admin.firstStore')}
            </Button>
          ) : null
        }
      />
      {isOpening ? <StoreDialog store={null} chain={[]} onClose={() => setOpening(false)} /> : null}
    </>
  );
};
