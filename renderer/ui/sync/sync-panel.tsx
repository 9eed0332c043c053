import { Drawer, FocusTrap } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconFileExport, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { DialogLayer } from '../dialog/dialog-layer.tsx';
import { type QueueItem, QueueList } from './queue-list.tsx';
import { SyncFacts, type SyncFactsProps } from './sync-facts.tsx';
import { SyncHeadline } from './sync-headline.tsx';
import type { SyncStatus } from './sync-status.ts';
import classes from './sync-panel.module.css';

type SyncPanelProps = SyncFactsProps & {
  readonly status: SyncStatus;
  /** Whole seconds; null when it is not known. */
  readonly offlineFor: number | null;
  /** What needs a person first, then the newest; may be only the beginning of the queue. */
  readonly queue: readonly QueueItem[];
  /** What cannot be done now, one sentence each; empty while there is contact. */
  readonly unavailable: readonly string[];
  readonly onRetry: () => void;
  readonly isRetrying: boolean;
  readonly onBackup?: (() => void) | undefined;
  readonly onClose: () => void;
  /** What a person can do about the cause. */
  readonly children?: ReactNode;
};

/** What the sync pill opens: cause, queue, and what is not available now. Render it while it is open. */
export const SyncPanel = (props: SyncPanelProps) => {
  const {
    status,
    offlineFor,
    queue,
    unavailable,
    onRetry,
    isRetrying,
    onBackup,
    onClose,
    children,
  } = props;
  const { t } = useTranslation();
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={520}
      closeOnEscape={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['panel'] ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.55} />
      <Drawer.Content>
        <FocusTrap.InitialFocus />
        <DialogLayer onEscape={onClose}>
          <div className={classes['head']}>
            <Drawer.Title className={classes['title'] ?? ''}>{t('sync.title')}</Drawer.Title>
            <IconButton label={t('common.close')} tone="quiet" onClick={onClose}>
              <IconX size={22} />
            </IconButton>
          </div>
          <SyncHeadline status={status} offlineFor={offlineFor} />
          <SyncFacts {...props} />
          {children}
          <QueueList status={status} queue={queue} />
          <div className={classes['actions']}>
            <Button
              tone="primary"
              icon={<IconRefresh size={20} />}
              isBusy={isRetrying}
              onClick={onRetry}
            >
              {t('sync.retryNow')}
            </Button>
            {onBackup ? (
              <Button icon={<IconFileExport size={20} />} onClick={onBackup}>
                {t('sync.backup')}
              </Button>
            ) : null}
          </div>
          {unavailable.length === 0 ? null : (
            <details className={classes['unavailable']} open>
              <summary>{t('sync.unavailable')}</summary>
              <ul>
                {unavailable.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </details>
          )}
        </DialogLayer>
      </Drawer.Content>
    </Drawer.Root>
  );
};
