import { useTranslation } from 'react-i18next';
import { add } from '#shared/kernel/money.ts';
import type { ShiftNow, ShiftState } from '#renderer/queries/use-shift.ts';
import { useSession } from '#renderer/session/till-context.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { isShownTo } from './is-shown-to.ts';
import { usePaperNames } from './use-paper-names.ts';
import classes from './shift.module.css';

type ShiftFiguresProps = {
  readonly shift: ShiftNow;
  readonly state: ShiftState;
};

/** The shift in few figures; cash stays hidden from whoever will count it (rule R4). */
export const ShiftFigures = ({ shift, state }: ShiftFiguresProps) => {
  const { t } = useTranslation();
  const { count, date, money, time } = useFormat();
  const { staffName } = usePaperNames();
  const staffId = useSession(({ signedIn }) => signedIn?.staff.id);
  const { report } = state;
  const { drawer, sales, returns, tenders } = report;
  const isShown = isShownTo(state, staffId);
  const others = tenders.filter(({ tender }) => tender !== 'cash');
  return (
    <>
      <p className={classes['quiet']}>
        {t('shift.number', { number: String(shift.number) })} ·{' '}
        {t('shift.since', {
          date: date(shift.openedAt),
          from: time(shift.openedAt),
          person: staffName(shift.openedBy),
        })}
      </p>
      <dl className={classes['figures']}>
        <Figure name={t('shift.receipts')} value={count(sales.count)} />
        <div className={classes['figure']}>
          <dt>{t('tender.cash')}</dt>
          <dd>
            {isShown ? (
              money(drawer.expected)
            ) : (
              <StatusBadge tone="neutral">{t('shift.hidden')}</StatusBadge>
            )}
          </dd>
        </div>
        {others.map(({ tender, taken }) => (
          <Figure key={tender} name={t(`tender.${tender}`)} value={money(taken)} />
        ))}
        <Figure name={t('shift.returns')} value={money(0 - returns.total)} />
        <Figure
          name={t('shift.inOut')}
          value={`${money(drawer.cashIn)} / ${money(0 - add(drawer.cashOut, drawer.safeDrops))}`}
        />
      </dl>
    </>
  );
};

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className={classes['figure']}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
