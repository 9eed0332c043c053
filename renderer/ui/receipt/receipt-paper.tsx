import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/kernel/text.ts';
import { type ReceiptForm, receiptLines } from '#shared/receipt/receipt-lines.ts';
import type { Receipt } from '#shared/receipt/receipt.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { usePaperWords } from './use-paper-words.ts';

type ReceiptPaperProps = {
  readonly receipt: Receipt;
  /** Text of its QR code; null where it goes without. */
  readonly code: string | null;
  /** Left out = the receipt itself. */
  readonly form?: ReceiptForm;
  /** Left out = the language of now. */
  readonly locale?: Locale;
};

const ORIGINAL: ReceiptForm = { type: 'original' };

/** A receipt as it comes out of the printer. */
export const ReceiptPaper = ({ receipt, code, form = ORIGINAL, locale }: ReceiptPaperProps) => {
  const { t } = useTranslation();
  const words = usePaperWords(locale);
  return (
    <Paper label={t('receipt.title')}>
      <PaperLines lines={receiptLines({ receipt, code, form }, words)} />
    </Paper>
  );
};
