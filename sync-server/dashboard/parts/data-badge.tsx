import {
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceDesktopOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { DataState } from '../data/data-state.ts';

const ICON = { size: 15, stroke: 2, 'aria-hidden': true } as const;

/** How complete the data of a till or a store is, in icon and words. */
export const DataBadge = ({ state }: { readonly state: DataState }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const queuedWords = (queued: number): string[] =>
    queued > 0 ? [t('dashboard.queued', { number: format.count(queued) })] : [];
  switch (state.type) {
    case 'synced':
      return (
        <StatusBadge tone="ok" icon={<IconCloudCheck {...ICON} />}>
          {t('dashboard.syncedAt', { time: format.time(state.at) })}
        </StatusBadge>
      );
    case 'receiving':
      return (
        <StatusBadge tone="info" icon={<IconCloudUp {...ICON} />}>
          {[t('sync.syncing'), ...queuedWords(state.queued)].join(' · ')}
        </StatusBadge>
      );
    case 'offline':
    case 'silent': {
      const duration = format.duration(state.seconds);
      const words =
        state.type === 'silent'
          ? t('dashboard.noContactFor', { duration })
          : t('dashboard.offlineFor', { duration });
      return (
        <StatusBadge
          tone={state.type === 'silent' ? 'danger' : 'warn'}
          icon={<IconCloudOff {...ICON} />}
        >
          {[words, ...queuedWords(state.queued)].join(' · ')}
        </StatusBadge>
      );
    }
    case 'unused':
      return (
        <StatusBadge tone="neutral" icon={<IconDeviceDesktopOff {...ICON} />}>
          {t('dashboard.noTills')}
        </StatusBadge>
      );
  }
};
