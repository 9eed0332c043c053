import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue } from '../queries/use-queue.ts';
import { useSyncStatus } from '../queries/use-sync.ts';
import { ConnectAgain } from '../screens/enrol/connect-again.tsx';
import { useTill } from '../session/till-context.ts';
import { useNow } from '../session/use-now.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { SyncPanel } from '../ui/sync/sync-panel.tsx';
import { SyncPill } from '../ui/sync/sync-pill.tsx';
import { causeShown, secondsBetween, stateShown } from './shown-sync.ts';
import { useComputerFacts } from './use-computer-facts.ts';
import { useQueueItems } from './use-queue-items.ts';

/** The pill that says how the till stands to the server, and the panel behind it. */
export const SyncDisplay = () => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { sync, connectAgain } = useTill();
  const now = useNow(1000);
  const loop = useSyncStatus();
  const queue = useQueue();
  const items = useQueueItems(queue, now);
  const ofComputer = useComputerFacts();
  const [isOpen, setOpen] = useState(false);

  const { queued, queuedSales, lastContactAt } = queue;
  const wanting = {
    decisions: queue.undecided.length,
    unprocessed: queue.unprocessed.length,
    queued,
  };
  const status = { state: stateShown(loop, wanting, now), queuedSales, ...wanting };
  const isOffline = loop.phase === 'offline';
  const unavailable = isOffline
    ? [
        lastContactAt === null
          ? t('sync.unavailableOrdersAll')
          : t('sync.unavailableOrders', { time: moment(lastContactAt, now) }),
        t('sync.unavailableStores'),
        t('sync.unavailableReceipts'),
      ]
    : [];
  return (
    <>
      <SyncPill status={status} onOpen={() => setOpen(true)} />
      {isOpen ? (
        <SyncPanel
          status={status}
          offlineFor={isOffline ? secondsBetween(loop.since, now) : null}
          cause={causeShown(loop)}
          lastSyncAt={lastContactAt}
          dataAsOf={lastContactAt}
          nextAttemptIn={
            loop.nextAttemptAt === null ? null : secondsBetween(now, loop.nextAttemptAt)
          }
          now={now}
          ofComputer={ofComputer}
          queue={items}
          unavailable={unavailable}
          isRetrying={loop.phase === 'syncing'}
          onRetry={sync.wake}
          onClose={() => setOpen(false)}
        >
          {loop.cause === 'unauthenticated' ? (
            <ConnectAgain again={connectAgain} onConnected={() => location.reload()} />
          ) : null}
        </SyncPanel>
      ) : null}
    </>
  );
};
