import {
  barcodeLine,
  boldLine,
  codeLine,
  CUT_LINE,
  largeLine,
  leftLine,
  middleLine,
  pairLine,
  pictureLine,
  RULE_LINE,
} from './markup.ts';
import type { PaperLine } from './paper-line.ts';

const MIDDLE = { plain: middleLine, strong: boldLine, large: largeLine } as const;

const markupOf = (line: PaperLine): string => {
  switch (line.type) {
    case 'row':
      return line.value === null
        ? leftLine(line.name, line)
        : pairLine(line.name, line.value, line);
    case 'middle':
      return MIDDLE[line.size](line.text);
    case 'picture':
      return pictureLine(line.picture);
    case 'rule':
      return RULE_LINE;
    case 'gap':
      return '';
    case 'qr':
      return codeLine(line.text);
    case 'barcode':
      return barcodeLine(line.text);
    case 'cut':
      return CUT_LINE;
  }
};

/** A paper as a ReceiptLine document, whatever its width. */
export const paperDocument = (lines: readonly PaperLine[]): string =>
  lines.map(markupOf).join('\n');
