import type { Paper } from '#shared/devices/printing.ts';
import { largeLine, leftLine, pairLine, RULE_LINE } from '#shared/receipt/markup.ts';

/** Letters of every language that a receipt may be in. */
const SAMPLES = [
  'The quick brown fox 0123456789',
  'Съешь же ещё этих мягких булок',
  'Їжак з ґанку, є єдність і ґедзь',
  'Әңгіме, ғылым, қоңырау, үйірме, һәм, ұшқыш, өрік',
];

/** A page that shows whether letters, width and money come out right. `title` is in the language of the screen. */
export const testPage = (title: string, money: string): Paper => ({
  id: 'test-page',
  title,
  document: [
    largeLine(title),
    RULE_LINE,
    ...SAMPLES.map((sample) => leftLine(sample)),
    RULE_LINE,
    pairLine('1 x', money),
    pairLine('=', money, { isStrong: true }),
  ].join('\n'),
  againTitle: '',
});
