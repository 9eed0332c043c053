import { useTranslation } from 'react-i18next';
import { returnLines, type ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { usePaperWords } from './use-paper-words.ts';

/** What came back, and what was given for it. */
export const ReturnPaper = (paper: ReturnOnPaper) => {
  const { t } = useTranslation();
  const words = usePaperWords();
  return (
    <Paper label={t('receipts.return')}>
      <PaperLines lines={returnLines(paper, words)} />
    </Paper>
  );
};
