import { createHash } from 'node:crypto';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { add } from '#shared/kernel/money.ts';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';
import { GAP, middle, type PaperLine, row } from '#shared/receipt/paper-line.ts';
import { fill, paperWords } from '#shared/receipt/paper-words.ts';
import { shopLines } from '#shared/receipt/receipt-frame.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import type { WebReceipt } from '../projections/web-receipt.ts';
import { escapeHtml } from './html.ts';
import { paperHtml } from './paper-html.ts';

const STYLE = `
:root { color-scheme: light dark; --page: #eef0f2; --sheet: #fff; --text: #16181d; --quiet: #5b6270; --line: #c9ced6; --link: #0b57a8; }
@media (prefers-color-scheme: dark) {
  :root { --page: #111316; --sheet: #1c1f24; --text: #eceef2; --quiet: #a3abb8; --line: #3d434d; --link: #8cc0ff; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 16px 12px 32px; background: var(--page); color: var(--text); font: 16px/1.4 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; justify-content: center; margin: 0 auto 12px; max-width: 28rem; }
nav a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 6px; font-size: 15px; color: var(--link); }
nav a[aria-current] { color: var(--text); font-weight: 700; text-decoration: none; }
main { max-width: 28rem; margin: 0 auto; padding: 20px 18px; border-radius: 8px; background: var(--sheet); overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 1.25rem; text-align: center; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.quiet { color: var(--quiet); text-align: center; }
p { margin: 0; }
.row { display: flex; justify-content: space-between; gap: 16px; font-variant-numeric: tabular-nums; }
.row.in { padding-left: 16px; color: var(--quiet); }
.value { text-align: right; white-space: nowrap; }
.strong { font-size: 1.15rem; font-weight: 700; }
.middle { text-align: center; }
.middle.large { font-size: 1.5rem; font-weight: 700; }
.gap { height: 12px; }
hr { margin: 10px 0; border: 0; border-top: 1px dashed var(--line); }
.logo { display: block; max-width: 70%; height: auto; margin: 0 auto; }
.qr { display: block; width: min(100%, 18rem); margin: 4px auto; }
@media print {
  :root { --page: #fff; --sheet: #fff; --text: #000; --quiet: #000; --line: #000; }
  nav { display: none; }
  body, main { padding: 0; }
  .qr { width: 46mm; }
}`;

/** Nothing runs and nothing is loaded: the page is what came, and its one style. */
export const RECEIPT_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Shown = {
  readonly title: string;
  /** Of the page; of a receipt it is there for who does not see the sheet. */
  readonly heading: string;
  readonly isHeadingShown: boolean;
  readonly text: string | null;
  readonly lines: readonly PaperLine[];
  /** Seconds after which the browser asks once more. */
  readonly again: number | null;
};

const languagesHtml = (locale: Locale, label: string): string =>
  `<nav aria-label="${escapeHtml(label)}">${LOCALES.map(
    (one) =>
      `<a href="?lang=${one}" lang="${one}" hreflang="${one}"` +
      `${one === locale ? ' aria-current="true"' : ''}>${LOCALE_NAMES[one]}</a>`,
  ).join('')}</nav>`;

const pageHtml = (
  { title, heading, isHeadingShown, text, lines, again }: Shown,
  locale: Locale,
): string => {
  const { say } = paperWords(locale, 'UTC');
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    ...(again === null ? [] : [`<meta http-equiv="refresh" content="${again}">`]),
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
    languagesHtml(locale, say.receiptLink.language),
    '<main>',
    `<h1${isHeadingShown ? '' : ' class="unseen"'}>${escapeHtml(heading)}</h1>`,
    ...(text === null ? [] : [`<p class="quiet">${escapeHtml(text)}</p>`]),
    paperHtml(lines),
    '</main></body></html>',
  ].join('\n');
};

const MINUTE = 60;

/** For who may have a receipt, and cannot be shown it now. */
export const busyPage = (locale: Locale): string => {
  const { busy: heading, busyHint: text } = paperWords(locale, 'UTC').say.receiptLink;
  return pageHtml(
    { title: heading, heading, isHeadingShown: true, text, lines: [], again: MINUTE },
    locale,
  );
};

/** The page of a receipt, in one language; `code` = what stands in its address, for a till to scan. */
export const receiptPage = (found: WebReceipt, code: string, locale: Locale): string => {
  if (found.type === 'unknown') {
    const { say } = paperWords(locale, 'UTC');
    const { unknown: heading, unknownHint: text } = say.receiptLink;
    return pageHtml(
      { title: heading, heading, isHeadingShown: true, text, lines: [], again: null },
      locale,
    );
  }
  const words = paperWords(locale, found.settings.timeZone);
  const { say, moment, money } = words;
  if (found.type === 'awaited') {
    const { number, soldAt, payments, currency } = found.signed;
    const { awaited: heading, awaitedHint: text } = say.receiptLink;
    const lines = [
      GAP,
      ...shopLines(shopOf(found.settings)),
      GAP,
      middle(fill(say.receipt.number, 'number', number), 'strong'),
      row(say.receipt.date, moment(soldAt)),
      // With the rounding of cash, as on the paper.
      row(say.receipt.total, money(add(...payments.map(({ amount }) => amount)), currency), {
        isStrong: true,
      }),
    ];
    return pageHtml(
      { title: heading, heading, isHeadingShown: true, text, lines, again: MINUTE },
      locale,
    );
  }
  const { receipt } = found;
  const title = `${fill(say.receipt.number, 'number', receipt.number)} · ${receipt.chainName}`;
  const lines = receiptLines(
    { receipt, code: code.toUpperCase(), form: { type: 'original' } },
    words,
  );
  return pageHtml(
    { title, heading: title, isHeadingShown: false, text: null, lines, again: null },
    locale,
  );
};
