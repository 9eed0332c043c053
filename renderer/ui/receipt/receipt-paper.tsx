import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/receipt/receipt.ts';
import { useFormat } from '../language/use-format.ts';
import { QrCode } from '../qr/qr-code.tsx';
import { Paper } from './paper.tsx';
import { PaperRow } from './paper-row.tsx';
import classes from './receipt-paper.module.css';

type ReceiptPaperProps = {
  readonly receipt: Receipt;
  /** Text of its QR code; null where it goes without. */
  readonly code: string | null;
  readonly isCopy?: boolean;
};

/** A receipt as it comes out of the printer. */
export const ReceiptPaper = ({ receipt, code, isCopy = false }: ReceiptPaperProps) => {
  const { t } = useTranslation();
  const { text, quantity, date, time, money: format } = useFormat();
  const money = (amount: number): string => format(amount, receipt.currency);
  return (
    <Paper label={t('receipt.title')}>
      <header className={classes['head']}>
        <strong>{receipt.chainName}</strong>
        <span>{receipt.storeName}</span>
        <span>{receipt.address}</span>
        {isCopy ? <strong>{t('receipt.copy')}</strong> : null}
      </header>
      <PaperRow name={t('receipt.number', { number: receipt.number })} />
      <PaperRow name={t('receipt.date')} value={`${date(receipt.at)} ${time(receipt.at)}`} />
      {receipt.cashier ? <PaperRow name={t('receipt.cashier')} value={receipt.cashier} /> : null}
      {receipt.tillId ? <PaperRow name={t('receipt.till')} value={receipt.tillId} /> : null}
      {receipt.customer ? <PaperRow name={t('receipt.customer')} value={receipt.customer} /> : null}
      <hr />
      {receipt.lines.map((line) => (
        <Fragment key={line.id}>
          <PaperRow name={text(line.name)} />
          <PaperRow
            name={`  ${quantity(line.quantity)} × ${money(line.unitPrice)}`}
            value={money(line.gross)}
          />
          {line.discounts.map(({ kind, promotionId, name, amount }) => (
            <PaperRow
              key={`${kind} ${promotionId}`}
              name={`  ${name ? text(name) : t('receipt.discount')}`}
              value={money(0 - amount)}
            />
          ))}
        </Fragment>
      ))}
      <hr />
      {receipt.discount === 0 ? null : (
        <>
          <PaperRow name={t('receipt.subtotal')} value={money(receipt.gross)} />
          <PaperRow name={t('receipt.discount')} value={money(0 - receipt.discount)} />
        </>
      )}
      {receipt.rounding === 0 ? null : (
        <PaperRow name={t('receipt.rounding')} value={money(receipt.rounding)} />
      )}
      <PaperRow name={t('receipt.total')} value={money(receipt.total)} isStrong />
      {receipt.taxes.map(({ rate, tax }) => (
        <PaperRow
          key={rate.id}
          name={t(receipt.taxInclusive ? 'receipt.taxIncluded' : 'receipt.tax', {
            name: text(rate.name),
          })}
          value={money(tax)}
        />
      ))}
      <hr />
      {receipt.payments.map(({ id, tender, tendered }) => (
        <PaperRow key={id} name={t(`tender.${tender}`)} value={money(tendered)} />
      ))}
      {receipt.change === 0 ? null : (
        <PaperRow name={t('receipt.change')} value={money(receipt.change)} />
      )}
      {code === null ? null : (
        <div className={classes['code']}>
          <QrCode text={code} label={t('receipt.code')} />
        </div>
      )}
      <footer className={classes['head']}>
        <span>{t('receipt.thanks')}</span>
        <span>{t('receipt.keep')}</span>
      </footer>
    </Paper>
  );
};
