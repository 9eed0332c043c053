import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { StatusBadge } from '../feedback/status-badge.tsx';
import type { SyncStatus } from './sync-status.ts';
import classes from './queue-list.module.css';

export type QueueItem = {
  readonly id: string;
  /** Kind and number: Sale № 1061. */
  readonly title: string;
  /** Time and amount. */
  readonly detail: string;
  readonly state: 'waiting' | 'unprocessed' | 'needsDecision';
  /** What is wrong, when a person must act; shown instead of the detail. */
  readonly problem?: string | undefined;
  readonly onResolve?: (() => void) | undefined;
};

const Mark = ({ state, onResolve }: Pick<QueueItem, 'state' | 'onResolve'>) => {
  const { t } = useTranslation();
  if (onResolve)
    return (
      <Button size="small" onClick={onResolve}>
        {t('sync.resolve')}
      </Button>
    );
  if (state === 'waiting') return <StatusBadge tone="neutral">{t('sync.waiting')}</StatusBadge>;
  return <StatusBadge tone="danger">{t(`sendState.${state}`)}</StatusBadge>;
};

type QueueListProps = { readonly status: SyncStatus; readonly queue: readonly QueueItem[] };

export const QueueList = ({ status, queue }: QueueListProps) => {
  const { t } = useTranslation();
  const { queued, decisions, unprocessed } = status;
  const wanting = decisions + unprocessed;
  if (queued + wanting === 0) return <p className={classes['empty']}>{t('sync.queueEmpty')}</p>;
  const heading = t('sync.queue', { number: String(queued) });
  const hidden = queued + wanting - queue.length;
  return (
    <section>
      <h3 className={classes['heading']}>
        {wanting > 0 ? `${heading} · ${t('sync.attention', { count: wanting })}` : heading}
      </h3>
      <ul>
        {queue.map(({ id, title, detail, state, problem, onResolve }) => (
          <li key={id} className={classes['item']}>
            <div>
              <div className={classes['title']}>{title}</div>
              <div className={classes['detail']} data-problem={problem !== undefined || undefined}>
                {problem ?? detail}
              </div>
            </div>
            <Mark state={state} onResolve={onResolve} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <p className={classes['more']}>{t('sync.andMore', { number: String(hidden) })}</p>
      ) : null}
    </section>
  );
};
