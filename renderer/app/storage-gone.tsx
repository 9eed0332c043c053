import { IconDatabaseX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';

/** The storage is gone under the open page: over whatever was shown, as no press can be saved any more. */
export const StorageGone = () => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('states.storageGone')}>
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <Notice tone="danger" icon={<IconDatabaseX size={26} />}>
          {t('states.storageGoneHint')}
        </Notice>
        <Button
          tone="primary"
          size="large"
          isWide
          icon={<IconRefresh size={22} />}
          onClick={() => location.reload()}
        >
          {t('states.loadAgain')}
        </Button>
      </div>
    </Dialog>
  );
};
