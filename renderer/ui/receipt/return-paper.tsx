import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/kernel/text.ts';
import { returnLines, type ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { usePaperWords } from './use-paper-words.ts';

type ReturnPaperProps = ReturnOnPaper & {
  /** Left out = the language of now. */
  readonly locale?: Locale;
};

/** What came back, and what was given for it. */
export const ReturnPaper = ({ locale, ...paper }: ReturnPaperProps) => {
  const { t } = useTranslation();
  const words = usePaperWords(locale);
  return (
    <Paper label={t('receipts.return')}>
      <PaperLines lines={returnLines(paper, words)} />
    </Paper>
  );
};
