import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ShiftPaper } from '#renderer/ui/receipt/shift-paper.tsx';
import type { ShiftDetail } from '#shared/protocol/shifts.ts';
import { useStores } from '../data/use-stores.ts';
import { Card } from '../parts/card.tsx';
import { AdjustmentsCard } from './adjustments-card.tsx';
import { ShiftFacts } from './shift-facts.tsx';
import classes from './shift-body.module.css';

/** The report left, what is to be said of it right. */
export const ShiftBody = ({ detail }: { readonly detail: ShiftDetail }) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { shift, closing, closedBy, staffNames, categoryNames } = detail;
  const store = useStores().find(({ storeId }) => storeId === shift.storeId);
  if (closing === null)
    return (
      <div className={classes['columns']}>
        <EmptyState icon={<IconClock size={40} stroke={1.5} />} title={t('shifts.stillOpen')} />
        <ShiftFacts shift={shift} />
      </div>
    );
  return (
    <div className={classes['columns']}>
      <ShiftPaper
        storeName={store?.name ?? shift.storeId}
        tillId={shift.tillId}
        number={shift.number}
        currency={shift.currency}
        openedAt={shift.openedAt}
        openedBy={closing.openedBy}
        at={shift.closed?.at ?? shift.openedAt}
        by={closedBy ?? ''}
        report={closing.report}
        closing={closing}
        isBlind={false}
        staffName={(staffId) => staffNames[staffId] ?? staffId}
        categoryName={(id) => {
          const name = categoryNames[id];
          return name === undefined ? null : text(name);
        }}
      />
      <div className={classes['column']}>
        <ShiftFacts shift={shift} />
        <Card title={t('shifts.sums')}>
          <Sums detail={detail} />
        </Card>
        <AdjustmentsCard adjustments={detail.adjustments} currency={shift.currency} />
      </div>
    </div>
  );
};

const Sums = ({ detail: { shift, unexplained } }: { readonly detail: ShiftDetail }) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (unexplained === null)
    return (
      <Notice tone="warn" icon={<IconClock size={22} aria-hidden />}>
        {t('shifts.sumsWait')}
      </Notice>
    );
  return unexplained === 0 ? (
    <Notice tone="ok" icon={<IconCheck size={22} aria-hidden />}>
      {t('shifts.sumsAgree')}
    </Notice>
  ) : (
    <Notice tone="danger" icon={<IconAlertTriangle size={22} aria-hidden />}>
      {t('shifts.sumsDiffer', { amount: money(unexplained, shift.currency) })}
    </Notice>
  );
};
