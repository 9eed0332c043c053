import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isStoredValue } from '#shared/domain/payment/schema.ts';
import { keptOf } from '#shared/domain/return/refunds.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import { useFormat } from '../language/use-format.ts';
import { Paper } from './paper.tsx';
import { PaperRow } from './paper-row.tsx';

type ReturnPaperProps = {
  readonly returned: Return;
  readonly tillId: string;
  readonly cashier: string | null;
  readonly at: string;
};

/** What came back, and what was given for it. */
export const ReturnPaper = ({ returned, tillId, cashier, at }: ReturnPaperProps) => {
  const { t } = useTranslation();
  const { text, quantity, date, time, money } = useFormat();
  const { number, currency, lines, total, rounding, refunds } = returned;
  const kept = keptOf(returned);
  return (
    <Paper label={t('receipts.return')}>
      <PaperRow name={t('receipts.return')} isStrong />
      <PaperRow name={t('receipt.number', { number })} />
      <PaperRow name={t('receipt.date')} value={`${date(at)} ${time(at)}`} />
      {cashier === null ? null : <PaperRow name={t('receipt.cashier')} value={cashier} />}
      <PaperRow name={t('receipt.till')} value={tillId} />
      <hr />
      {lines.map((line) => (
        <Fragment key={line.id}>
          <PaperRow name={text(line.name)} />
          <PaperRow name={`  ${quantity(line.quantity)}`} value={money(line.total, currency)} />
        </Fragment>
      ))}
      <hr />
      {rounding === 0 ? null : (
        <PaperRow name={t('receipt.rounding')} value={money(rounding, currency)} />
      )}
      {kept === 0 ? null : <PaperRow name={t('returns.kept')} value={money(kept, currency)} />}
      <PaperRow
        name={t('receipt.total')}
        value={money(kept - total - rounding, currency)}
        isStrong
      />
      {refunds.map(({ id, tender, amount, reference }) => (
        <Fragment key={id}>
          <PaperRow name={t(`tender.${tender}`)} value={money(0 - amount, currency)} />
          {isStoredValue(tender) && reference !== null ? (
            <PaperRow name={t(`returns.storedValue.${tender}`, { number: reference })} isStrong />
          ) : null}
        </Fragment>
      ))}
    </Paper>
  );
};
