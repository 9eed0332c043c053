import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Paper } from '#renderer/ui/receipt/paper.tsx';
import { PaperRow } from '#renderer/ui/receipt/paper-row.tsx';

type ReturnPaperProps = {
  readonly returned: Extract<ReceiptRow['of'], { type: 'return' }>['returned'];
  readonly at: string;
};

/** What came back without an order, and what was given for it. */
export const ReturnPaper = ({ returned, at }: ReturnPaperProps) => {
  const { t } = useTranslation();
  const { text, quantity, date, time, money } = useFormat();
  const { staff } = useReferences();
  const { tillId, staffId, payload } = returned;
  const { number, currency, lines, total, rounding, refunds } = payload;
  const cashier = staff.find(({ id }) => id === staffId)?.name;
  return (
    <Paper label={t('receipts.return')}>
      <PaperRow name={t('receipts.return')} isStrong />
      <PaperRow name={t('receipt.number', { number })} />
      <PaperRow name={t('receipt.date')} value={`${date(at)} ${time(at)}`} />
      {cashier === undefined ? null : <PaperRow name={t('receipt.cashier')} value={cashier} />}
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
      <PaperRow name={t('receipt.total')} value={money(0 - total - rounding, currency)} isStrong />
      {refunds.map(({ id, tender, amount }) => (
        <PaperRow key={id} name={t(`tender.${tender}`)} value={money(0 - amount, currency)} />
      ))}
    </Paper>
  );
};
