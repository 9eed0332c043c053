import { type Charset, CHARSETS } from '#shared/devices/printing.ts';
import { encodeText, USUAL_CODE_PAGES } from './charset.ts';
import { ASK_PRINTED, CUT, LINE_FEED, selectCodePage } from './commands.ts';

/** Numbers under which makers keep Cyrillic letters. */
const NUMBERS = [...Object.values(USUAL_CODE_PAGES), 6, 7, 59, 73].filter(
  (number) => number !== USUAL_CODE_PAGES.ascii,
);

/** What shows at a glance whether the letters are right: Russian, Ukrainian, Kazakh. */
const SAMPLES: Readonly<Record<Exclude<Charset, 'ascii'>, string>> = {
  cp866: 'Съешь ещё',
  cp1125: 'Їжак ґанок',
  win1251: 'Съешь їжак',
  rk1048: 'Қазақ әні',
};

/** A page with every charset under every number: whoever reads one line rightly has found both. */
export const codePageTest = (): Buffer => {
  const lines = NUMBERS.flatMap((number) =>
    CHARSETS.flatMap((charset) => {
      if (charset === 'ascii') return [];
      const sample = encodeText(SAMPLES[charset], charset);
      return sample
        ? [selectCodePage(number), Buffer.from(`${number} ${charset}: `), sample, LINE_FEED]
        : [];
    }),
  );
  return Buffer.concat([...lines, CUT, ASK_PRINTED]);
};
