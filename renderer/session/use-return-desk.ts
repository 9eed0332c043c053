import { useState } from 'react';
import type { Locale } from '#shared/kernel/text.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { returnLines, type ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import { reprintReturn } from '../commands/reprint-receipt.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { printInBrowser } from '../ui/receipt/browser-paper.tsx';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';
import { usePrinter } from './use-printer.ts';

/** Prints copies of what stands for goods that came back; each goes on record before it is printed. */
export const useReturnDesk = (paper: ReturnOnPaper) => {
  const { locale: own, timeZone } = useFormat();
  const { print } = usePrinter();
  const { run } = useCommand(reprintReturn);
  const { number } = paper.returned;
  const [chosen, setChosen] = useState<{ number: string; locale: Locale } | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const locale = chosen?.number === number ? chosen.locale : own;
  return {
    locale,
    email: '',
    chooseLocale: (wanted: Locale): void => setChosen({ number, locale: wanted }),
    problem,
    print: async (): Promise<void> => {
      const noted = await run({ returned: paper.returned, locale });
      setProblem(noted.ok || noted.problem.type === 'busy' ? null : noted.problem);
      if (!noted.ok) return;
      const lines = returnLines({ ...paper, isCopy: true }, paperWords(locale, timeZone));
      if ((await print({ title: number, lines })) === 'no_printer')
        printInBrowser({ title: number, lines });
    },
    printGift: null,
  };
};
