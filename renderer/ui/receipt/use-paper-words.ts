import { useMemo } from 'react';
import { type PaperWords, paperWords } from '#shared/receipt/paper-words.ts';
import { useFormat } from '../language/use-format.ts';

/** How papers say things in the language of now. */
export const usePaperWords = (): PaperWords => {
  const { locale, timeZone } = useFormat();
  return useMemo(() => paperWords(locale, timeZone), [locale, timeZone]);
};
