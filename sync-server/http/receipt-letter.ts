import type { Locale } from '#shared/kernel/text.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { fill, paperWords } from '#shared/receipt/paper-words.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import type { Receipt } from '#shared/receipt/receipt.ts';
import type { Letter } from '../mail/mailer.ts';
import { escapeHtml } from './html.ts';

/** Letters are read by programs that know neither drawings nor style sheets: a table, and looks in its cells. */
const across = (inside: string, look: string): string =>
  `<tr><td colspan="2" style="padding:2px 0;${look}">${inside}</td></tr>`;

const MIDDLE = {
  plain: 'text-align:center',
  strong: 'text-align:center;font-weight:bold',
  large: 'text-align:center;font-weight:bold;font-size:22px',
} as const;

const rowHtml = ({
  name,
  value,
  indent,
  isStrong,
}: Extract<PaperLine, { type: 'row' }>): string => {
  const look = `padding:2px 0 2px ${indent * 8}px;${isStrong ? 'font-weight:bold;font-size:17px' : ''}`;
  const shown = escapeHtml(name);
  return value === null
    ? `<tr><td colspan="2" style="${look}">${shown}</td></tr>`
    : `<tr><td style="${look}">${shown}</td>` +
        `<td style="${look};text-align:right;white-space:nowrap">${escapeHtml(value)}</td></tr>`;
};

const lineHtml = (line: PaperLine): string => {
  switch (line.type) {
    case 'row':
      return rowHtml(line);
    case 'middle':
      return across(escapeHtml(line.text), MIDDLE[line.size]);
    case 'qr':
    case 'barcode':
      return across(escapeHtml(line.text), `${MIDDLE.plain};word-break:break-all`);
    case 'rule':
    case 'cut':
      return across('<hr style="border:0;border-top:1px dashed #999">', '');
    case 'gap':
      return across('&nbsp;', 'line-height:8px');
    case 'picture':
      return '';
  }
};

const lineText = (line: PaperLine): string[] => {
  switch (line.type) {
    case 'row':
      return [
        `${' '.repeat(line.indent)}${line.name}${line.value === null ? '' : `: ${line.value}`}`,
      ];
    case 'middle':
    case 'qr':
    case 'barcode':
      return [line.text];
    case 'rule':
    case 'cut':
      return ['--------'];
    case 'gap':
      return [''];
    case 'picture':
      return [];
  }
};

type ToWhom = {
  readonly address: string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Of the receipt's page; null = it has none. */
  readonly link: string | null;
};

/** A receipt as a letter. */
export const receiptLetter = (
  receipt: Receipt,
  { address, locale, timeZone, link }: ToWhom,
): Letter => {
  const words = paperWords(locale, timeZone);
  const { say } = words;
  const lines = receiptLines({ receipt, code: null, form: { type: 'original' } }, words);
  const open = say.receiptLink.open;
  return {
    to: address,
    subject: `${fill(say.receipt.number, 'number', receipt.number)} · ${receipt.chainName}`,
    text: [...lines.flatMap(lineText), ...(link === null ? [] : ['', `${open}: ${link}`])].join(
      '\n',
    ),
    html:
      `<!doctype html><html lang="${locale}"><body>` +
      '<table role="presentation" style="width:100%;max-width:440px;margin:0 auto;font:15px/1.4 sans-serif;border-collapse:collapse">' +
      lines.map(lineHtml).join('') +
      (link === null
        ? ''
        : across(
            `<a href="${escapeHtml(link)}">${escapeHtml(open)}</a>`,
            `${MIDDLE.plain};padding:16px 0`,
          )) +
      '</table></body></html>',
  };
};
