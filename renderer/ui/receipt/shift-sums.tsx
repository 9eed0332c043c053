import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '#shared/domain/shift/report-schema.ts';
import { useFormat } from '../language/use-format.ts';
import { PaperRow } from './paper-row.tsx';

type ShiftSumsProps = {
  readonly report: ShiftReport;
  readonly isBlind: boolean;
  readonly money: (amount: number) => string;
  readonly staffName: (staffId: string) => string;
  readonly categoryName: (categoryId: string) => string | null;
};

/** What was sold and taken back in a shift, divided in every way. */
export const ShiftSums = (props: ShiftSumsProps) => {
  const { report, isBlind, money } = props;
  const { t } = useTranslation();
  const { count } = useFormat();
  const { sales, returns, handOvers, rounding, voids, drawerOpenings } = report;
  return (
    <>
      <PaperRow name={t('zReport.salesCount')} value={count(sales.count)} />
      {isBlind ? null : <PaperRow name={t('zReport.sales')} value={money(sales.total)} />}
      <PaperRow name={t('zReport.returnsCount')} value={count(returns.count)} />
      {isBlind ? null : (
        <>
          <PaperRow name={t('zReport.returns')} value={money(0 - returns.total)} />
          <PaperRow name={t('zReport.rounding')} value={money(rounding)} />
          <PaperRow name={t('zReport.net')} value={money(sales.total - returns.total)} isStrong />
        </>
      )}
      <PaperRow name={t('zReport.handOvers')} value={count(handOvers)} />
      <PaperRow name={t('zReport.drawerOpenings')} value={count(drawerOpenings)} />
      <PaperRow
        name={`${t('zReport.voids')}: ${t('zReport.voidedLines')}`}
        value={count(voids.lines)}
      />
      <PaperRow
        name={`${t('zReport.voids')}: ${t('zReport.voidedBaskets')}`}
        value={count(voids.baskets)}
      />
      <PaperRow name={`  ${t('zReport.voids')}`} value={money(voids.amount)} />
      <TenderSums {...props} />
      {isBlind ? null : <Divisions {...props} />}
    </>
  );
};

const TenderSums = ({ report, isBlind, money }: ShiftSumsProps) => {
  const { t } = useTranslation();
  const shown = report.tenders.filter(({ tender }) => !isBlind || tender !== 'cash');
  return (
    <>
      <hr />
      <PaperRow name={t('zReport.tenders')} />
      {isBlind ? <PaperRow name={`  ${t('tender.cash')}`} value={t('shift.hidden')} /> : null}
      {shown.map(({ tender, taken, payments, refunded, refunds }) => (
        <Fragment key={tender}>
          <PaperRow name={`  ${t(`tender.${tender}`)} (${payments})`} value={money(taken)} />
          {refunds === 0 ? null : (
            <PaperRow
              name={`  ${t('zReport.refunded', { tender: t(`tender.${tender}`) })} (${refunds})`}
              value={money(0 - refunded)}
            />
          )}
        </Fragment>
      ))}
    </>
  );
};

const Divisions = ({ report, money, staffName, categoryName }: ShiftSumsProps) => {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { taxes, categories, staff, discounts, returnReasons } = report;
  return (
    <>
      <hr />
      <PaperRow name={t('zReport.taxes')} />
      {taxes.map(({ rate, sold, soldTax, returned, returnedTax }) => (
        <Fragment key={rate}>
          <PaperRow
            name={`  ${t('zReport.rate', { rate: percent(rate) })}`}
            value={money(sold - returned)}
          />
          <PaperRow name={`  ${t('zReport.rateTax')}`} value={money(soldTax - returnedTax)} />
        </Fragment>
      ))}
      <hr />
      <PaperRow name={t('zReport.categories')} />
      {categories.map(({ categoryId, sold, returned }) => (
        <PaperRow
          key={categoryId ?? ''}
          name={`  ${(categoryId === null ? null : categoryName(categoryId)) ?? t('zReport.noCategory')}`}
          value={money(sold - returned)}
        />
      ))}
      <hr />
      <PaperRow name={t('zReport.staff')} />
      {staff.map(({ staffId, sales, sold, returned }) => (
        <PaperRow
          key={staffId}
          name={`  ${staffName(staffId)} (${sales})`}
          value={money(sold - returned)}
        />
      ))}
      {discounts.length === 0 ? null : (
        <>
          <hr />
          <PaperRow name={t('zReport.discounts')} />
          {discounts.map(({ kind, promotionId, lines, amount }) => (
            <PaperRow
              key={`${kind}/${promotionId ?? ''}`}
              name={`  ${t(`dashboard.discount.${kind}`)} (${lines})`}
              value={money(0 - amount)}
            />
          ))}
        </>
      )}
      {returnReasons.length === 0 ? null : (
        <>
          <hr />
          <PaperRow name={t('zReport.reasonsOfReturns')} />
          {returnReasons.map(({ reason, lines, total }) => (
            <PaperRow
              key={reason}
              name={`  ${t(`returnReason.${reason}`)} (${lines})`}
              value={money(0 - total)}
            />
          ))}
        </>
      )}
    </>
  );
};
