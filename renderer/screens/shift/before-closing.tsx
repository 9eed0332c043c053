import {
  IconCheck,
  IconCloudOff,
  IconShoppingCart,
  IconShoppingCartPause,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue } from '#renderer/queries/use-queue.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { useParkedRows } from '#renderer/session/use-parked-rows.ts';
import { ParkedRow } from '#renderer/ui/sell/parked-row.tsx';
import classes from './shift.module.css';

/** What is good to know before the shift ends; none of it keeps anybody from closing (rule R5). */
export const BeforeClosing = () => {
  const { t } = useTranslation();
  const { queued } = useQueue();
  const parked = useParkedRows() ?? [];
  const hasLines = useBasket(({ basket }) => basket.lines.length > 0);
  return (
    <section className={classes['card']} aria-label={t('shift.before')}>
      <h2 className={classes['heading']}>
        <span className={classes['step']}>2</span>
        {t('shift.before')}
      </h2>
      <ul className={classes['checks']}>
        <Check isGood={queued === 0} icon={<IconCloudOff size={16} aria-hidden />}>
          {queued === 0 ? t('shift.allSent') : t('shift.unsent', { count: queued })}
        </Check>
        <Check isGood={!hasLines} icon={<IconShoppingCart size={16} aria-hidden />}>
          {t(hasLines ? 'shift.parked' : 'shift.noParked')}
        </Check>
        <Check isGood={parked.length === 0} icon={<IconShoppingCartPause size={16} aria-hidden />}>
          {parked.length === 0 ? t('parked.none') : t('parked.atClosing', { count: parked.length })}
        </Check>
      </ul>
      {parked.length === 0 ? null : (
        <ul className={classes['rows']} aria-label={t('keys.parked')}>
          {parked.map((row) => (
            <li key={row.basket.id} className={classes['row']}>
              <ParkedRow {...row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

type CheckProps = {
  readonly isGood: boolean;
  /** While it is not. */
  readonly icon: ReactNode;
  readonly children: ReactNode;
};

const Check = ({ isGood, icon, children }: CheckProps) => (
  <li className={classes['check']}>
    <span className={classes['mark']} data-good={isGood || undefined}>
      {isGood ? <IconCheck size={16} stroke={2.4} aria-hidden /> : icon}
    </span>
    {children}
  </li>
);
