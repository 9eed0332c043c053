import { useTranslation } from 'react-i18next';
import type { ZReport } from '#renderer/queries/use-shift.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { DifferenceBadge } from './difference-badge.tsx';
import classes from './shift.module.css';

type EarlierShiftsProps = {
  readonly reports: readonly ZReport[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

const MINUTE = 60_000;

/** What this till closed lately, to look at and to print again. */
export const EarlierShifts = ({ reports, chosen, onChoose }: EarlierShiftsProps) => {
  const { t } = useTranslation();
  const { dayAndTime, money } = useFormat();
  const now = useNow(MINUTE);
  if (reports.length === 0) return null;
  return (
    <section className={classes['card']} aria-label={t('shift.earlier')}>
      <h2 className={classes['heading']}>{t('shift.earlier')}</h2>
      <ul className={classes['rows']}>
        {reports.map(({ id, at, payload }) => (
          <li key={id}>
            <button
              type="button"
              className={classes['row']}
              aria-current={id === chosen || undefined}
              onClick={() => onChoose(id)}
            >
              <strong>
                {t('shift.zReport')} № {payload.number}
              </strong>
              <span className={classes['quiet']}>{dayAndTime(at, now)}</span>
              <span>{money(payload.counted, payload.currency)}</span>
              <DifferenceBadge difference={payload.difference} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
