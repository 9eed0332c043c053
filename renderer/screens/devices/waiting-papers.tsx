import { useTranslation } from 'react-i18next';
import type { Printer } from '#shared/devices/printing.ts';
import { type Devices, useWaitingPapers } from '#renderer/session/use-devices.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './devices.module.css';

type WaitingPapersProps = {
  readonly printers: readonly Printer[];
  readonly sendTo: Devices['sendTo'];
  readonly discard: Devices['discard'];
};

/** Receipts that are not on paper yet, why, and what can be done with each. */
export const WaitingPapers = ({ printers, sendTo, discard }: WaitingPapersProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const now = useNow(60_000);
  const { papers, look } = useWaitingPapers();
  const act = (done: Promise<void>): void => void done.then(look);
  return (
    <section className={classes['group']}>
      <h2>{t('devices.waiting')}</h2>
      {papers.length === 0 ? <p className={classes['quiet']}>{t('devices.waitingNone')}</p> : null}
      <ul className={classes['list']}>
        {papers.map(({ id, title, addedAt, state, fault, printerId }) => (
          <li key={id} className={classes['row']}>
            <span className={classes['name']}>
              <strong>{title}</strong>
              <span className={classes['quiet']}>
                {moment(addedAt, now)}
                {fault === null ? null : ` · ${t(`devices.state.${fault}`)}`}
              </span>
            </span>
            <StatusBadge tone={state === 'held' ? 'danger' : 'neutral'}>
              {t(state === 'held' ? 'devices.held' : 'devices.waits')}
            </StatusBadge>
            <span className={classes['acts']}>
              {printers
                .filter((printer) => state === 'held' || printer.id !== printerId)
                .map((printer) => (
                  <Button key={printer.id} size="small" onClick={() => act(sendTo(id, printer.id))}>
                    {t('devices.printHere', { printer: printer.name })}
                  </Button>
                ))}
              <Button size="small" tone="quiet" onClick={() => act(discard(id))}>
                {t('devices.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
