import { VisuallyHidden } from '@mantine/core';
import {
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudOff,
  IconCloudUp,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SyncState, SyncStatus } from './sync-status.ts';
import { useHeldFor } from '../feedback/use-held-for.ts';
import classes from './sync-pill.module.css';

const ICONS = {
  synced: IconCloudCheck,
  syncing: IconCloudUp,
  offline: IconCloudOff,
  actionRequired: IconCloudExclamation,
  unprocessed: IconCloudExclamation,
} as const satisfies Record<SyncState, unknown>;

const words = (t: TFunction, state: SyncState, status: SyncStatus): string => {
  switch (state) {
    case 'synced':
      return t('sync.synced');
    case 'syncing':
      return t('sync.syncing');
    case 'actionRequired':
      return t('sync.actionRequired', { number: String(status.decisions) });
    case 'unprocessed':
      return t('sync.unprocessed', { number: String(status.unprocessed) });
    case 'offline':
      if (status.queuedSales > 0) return t('sync.offlineSales', { count: status.queuedSales });
      return status.queued > 0
        ? t('sync.offlineQueued', { number: String(status.queued) })
        : t('sync.offline');
  }
};

/** The number that stays when there is no room for words. */
const figure = (state: SyncState, status: SyncStatus): number => {
  const { queued, queuedSales, decisions, unprocessed } = status;
  if (state === 'actionRequired') return decisions;
  if (state === 'unprocessed') return unprocessed;
  return state === 'offline' ? queuedSales || queued : 0;
};

/** Contact with the server in one pill, at the same place on every screen; syncing shows only after 2 s. */
export const SyncPill = ({
  status,
  onOpen,
}: {
  readonly status: SyncStatus;
  readonly onOpen: () => void;
}) => {
  const { t } = useTranslation();
  const isLong = useHeldFor(status.state === 'syncing', 2000);
  const state = status.state === 'syncing' && !isLong ? 'synced' : status.state;
  const Icon = ICONS[state];
  const text = words(t, state, status);
  const count = figure(state, status);
  return (
    <button
      type="button"
      className={classes['pill']}
      data-state={state}
      aria-label={`${text}. ${t('sync.open')}`}
      title={text}
      onClick={onOpen}
    >
      <Icon size={19} stroke={2} aria-hidden />
      <span className={classes['words']} aria-hidden>
        {text}
      </span>
      {count > 0 ? (
        <span className={classes['count']} aria-hidden>
          {count}
        </span>
      ) : null}
      <VisuallyHidden component="output">{text}</VisuallyHidden>
    </button>
  );
};
