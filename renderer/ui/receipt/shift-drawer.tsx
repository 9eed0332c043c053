import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import type { CashCount, ShiftClosing } from '#shared/domain/shift/schema.ts';
import { PaperRow } from './paper-row.tsx';

type ShiftDrawerProps = {
  readonly report: ShiftReport;
  readonly closing: ShiftClosing | null;
  readonly money: (amount: number) => string;
};

/** The drawer from its float to what should be in it, and what was counted (rule R2). */
export const ShiftDrawer = ({ report: { drawer }, closing, money }: ShiftDrawerProps) => {
  const { t } = useTranslation();
  return (
    <>
      <hr />
      <PaperRow name={t('zReport.cash')} />
      <PaperRow name={`  ${t('zReport.float')}`} value={money(drawer.float)} />
      <PaperRow name={`  ${t('zReport.tendered')}`} value={money(drawer.tendered)} />
      <PaperRow name={`  ${t('zReport.change')}`} value={money(0 - drawer.change)} />
      <PaperRow name={`  ${t('shift.cashIn')}`} value={money(drawer.cashIn)} />
      <PaperRow name={`  ${t('shift.cashOut')}`} value={money(0 - drawer.cashOut)} />
      <PaperRow name={`  ${t('shift.safeDrop')}`} value={money(0 - drawer.safeDrops)} />
      <PaperRow name={`  ${t('zReport.refunds')}`} value={money(0 - drawer.refunds)} />
      <PaperRow name={t('zReport.expected')} value={money(drawer.expected)} />
      {closing === null ? null : <Counted closing={closing} money={money} />}
    </>
  );
};

type Formatting = Pick<ShiftDrawerProps, 'money'>;

const Counted = ({ closing, money }: { readonly closing: ShiftClosing } & Formatting) => {
  const { t } = useTranslation();
  const { counts, counted, difference, note } = closing;
  const last = counts.at(-1);
  return (
    <>
      <PaperRow name={t('zReport.counted')} value={money(counted)} />
      <PaperRow name={t('zReport.difference')} value={money(difference)} isStrong />
      {note === '' ? null : <PaperRow name={`${t('zReport.note')}: ${note}`} />}
      <hr />
      <PaperRow name={t('zReport.pieces')} />
      {last ? <Pieces count={last} money={money} /> : null}
      {counts.slice(0, -1).map((count) => (
        <PaperRow
          key={count.at}
          name={`${t('zReport.counts')}: ${money(count.counted)}`}
          value={money(count.counted - count.expected)}
        />
      ))}
      {last?.isBlind === false ? <PaperRow name={t('zReport.notBlind')} /> : null}
    </>
  );
};

const Pieces = ({ count, money }: { readonly count: CashCount } & Formatting) => (
  <>
    {count.pieces.map(({ value, pieces }) => (
      <PaperRow key={value} name={`  ${money(value)} × ${pieces}`} value={money(value * pieces)} />
    ))}
  </>
);
