import { useTranslation } from 'react-i18next';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import type { Receipt } from '#shared/receipt/receipt.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { usePaperWords } from './use-paper-words.ts';

type ReceiptPaperProps = {
  readonly receipt: Receipt;
  /** Text of its QR code; null where it goes without. */
  readonly code: string | null;
  readonly isCopy?: boolean;
};

/** A receipt as it comes out of the printer. */
export const ReceiptPaper = ({ receipt, code, isCopy = false }: ReceiptPaperProps) => {
  const { t } = useTranslation();
  const words = usePaperWords();
  return (
    <Paper label={t('receipt.title')}>
      <PaperLines lines={receiptLines({ receipt, code, isCopy }, words)} />
    </Paper>
  );
};
