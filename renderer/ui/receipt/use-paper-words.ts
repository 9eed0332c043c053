import { useMemo } from 'react';
import type { Locale } from '#shared/kernel/text.ts';
import { type PaperWords, paperWords } from '#shared/receipt/paper-words.ts';
import { useFormat } from '../language/use-format.ts';

/** How papers say things in a language; left out = the language of now. */
export const usePaperWords = (wanted?: Locale): PaperWords => {
  const { locale: own, timeZone } = useFormat();
  const locale = wanted ?? own;
  return useMemo(() => paperWords(locale, timeZone), [locale, timeZone]);
};
