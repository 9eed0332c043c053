import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { useFormat } from '../language/use-format.ts';
import { Paper } from './paper.tsx';
import { PaperRow } from './paper-row.tsx';
import { PrintedCopy } from './printed-copy.tsx';
import { ShiftDrawer } from './shift-drawer.tsx';
import { ShiftSums } from './shift-sums.tsx';

export type ShiftPaperProps = {
  readonly storeName: string;
  readonly tillId: string;
  readonly number: number;
  readonly currency: Currency;
  readonly openedAt: string;
  readonly openedBy: string;
  /** When the report was made: at closing, or now. */
  readonly at: string;
  readonly by: string;
  readonly report: ShiftReport;
  /** null = an X report. */
  readonly closing: ShiftClosing | null;
  /** Cash, and the sums it can be told from, stay hidden (rule R4). */
  readonly isBlind: boolean;
  readonly staffName: (staffId: string) => string;
  readonly categoryName: (categoryId: string) => string | null;
};

/** An X or a Z report as it comes out of the printer, over as many pages as it takes. */
export const ShiftPaper = (props: ShiftPaperProps) => (
  <>
    <Sheet {...props} />
    <PrintedCopy>
      <Sheet {...props} />
    </PrintedCopy>
  </>
);

const Sheet = (props: ShiftPaperProps) => {
  const { t } = useTranslation();
  const { date, time, money: format } = useFormat();
  const { storeName, tillId, number, currency, report, closing, isBlind, staffName } = props;
  const money = (amount: number): string => format(amount, currency);
  const title = t(closing === null ? 'shift.xReport' : 'shift.zReport');
  const moment = (at: string): string => `${date(at)} ${time(at)}`;
  const { pendingRefunds } = report;
  return (
    <Paper label={`${title} ${number}`}>
      <PaperRow name={storeName} />
      <PaperRow name={`${title} № ${number}`} isStrong />
      <PaperRow name={t('zReport.till')} value={tillId} />
      <PaperRow name={t('zReport.opened')} value={moment(props.openedAt)} />
      <PaperRow name="" value={staffName(props.openedBy)} />
      <PaperRow
        name={t(closing === null ? 'zReport.made' : 'zReport.closed')}
        value={moment(props.at)}
      />
      <PaperRow name="" value={staffName(props.by)} />
      <hr />
      <ShiftSums {...props} money={money} />
      {isBlind ? (
        <PaperRow name={t('zReport.hiddenNote')} />
      ) : (
        <ShiftDrawer report={report} closing={closing} money={money} />
      )}
      {report.cashMoves.length === 0 ? null : (
        <>
          <hr />
          <PaperRow name={t('zReport.cashMoves')} />
          {report.cashMoves.map(({ at, staffId, move }) => (
            <Fragment key={move.moveId}>
              <PaperRow
                name={`${time(at)} ${t(`shift.kinds.${move.kind}`)}`}
                value={money(move.kind === 'in' ? move.amount : 0 - move.amount)}
              />
              <PaperRow
                name={`  ${t(`shift.reasons.${move.reason}`)}${move.note === '' ? '' : `: ${move.note}`}`}
                value={staffName(staffId)}
              />
            </Fragment>
          ))}
        </>
      )}
      {pendingRefunds.length === 0 ? null : (
        <>
          <hr />
          <PaperRow name={t('zReport.pending')} />
          {pendingRefunds.map(({ refundId, tender, amount }) => (
            <PaperRow key={refundId} name={`  ${t(`tender.${tender}`)}`} value={money(amount)} />
          ))}
        </>
      )}
    </Paper>
  );
};
