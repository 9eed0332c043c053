import {
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudOff,
  IconCloudUp,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../feedback/notice.tsx';
import { useFormat } from '../language/use-format.ts';
import type { SyncStatus } from './sync-status.ts';

const savedHere = (t: TFunction, { queued, queuedSales }: SyncStatus): string => {
  if (queuedSales > 0) return t('sync.safeSales', { count: queuedSales });
  return queued > 0 ? t('sync.safeQueued', { count: queued }) : t('sync.safe');
};

type SyncHeadlineProps = { readonly status: SyncStatus; readonly offlineFor: number | null };

/** The state in one sentence, and that nothing is lost. */
export const SyncHeadline = ({ status, offlineFor }: SyncHeadlineProps) => {
  const { t } = useTranslation();
  const { duration } = useFormat();
  switch (status.state) {
    case 'synced':
      return (
        <Notice tone="ok" icon={<IconCloudCheck size={22} />} title={t('sync.headlineSynced')}>
          {t('sync.upToDate')}
        </Notice>
      );
    case 'syncing':
      return (
        <Notice
          tone="info"
          icon={<IconCloudUp size={22} />}
          title={t('sync.headlineSyncing', { count: status.queued })}
        >
          {savedHere(t, status)}
        </Notice>
      );
    case 'offline':
      return (
        <Notice
          tone="warn"
          icon={<IconCloudOff size={22} />}
          title={
            offlineFor === null
              ? t('sync.headlineOffline')
              : t('sync.headlineOfflineFor', { duration: duration(offlineFor) })
          }
        >
          {savedHere(t, status)}
        </Notice>
      );
    case 'actionRequired':
    case 'unprocessed':
      return (
        <Notice
          tone="danger"
          icon={<IconCloudExclamation size={22} />}
          title={
            status.state === 'unprocessed'
              ? t('sync.headlineUnprocessed', { count: status.unprocessed })
              : t('sync.headlineAction', { count: status.decisions })
          }
        >
          {t('sync.actionExplain')}
        </Notice>
      );
  }
};
