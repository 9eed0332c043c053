import { IconDatabaseX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { StorageLoss } from '../store/storage-gone.ts';
import { LoadAgain } from './load-again.tsx';

/** The storage is gone under the open page: over whatever was shown, as no press can be saved any more. */
export const StorageGone = ({ loss }: { readonly loss: StorageLoss }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`states.storageGone.${loss}`)}>
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <Notice tone="danger" icon={<IconDatabaseX size={26} />}>
          {t(`states.storageGoneHint.${loss}`)}
        </Notice>
        <LoadAgain />
      </div>
    </Dialog>
  );
};
