import {
  isWebAddress,
  type LayoutText,
  type ReceiptLayout,
} from '#shared/domain/settings/receipt-layout.ts';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';

type TextForm = Readonly<Record<Locale, string>>;

/** A layout as it is typed: a line of text each. */
export type LayoutForm = Pick<ReceiptLayout, 'logo'> & {
  readonly header: string;
  readonly legal: string;
  readonly returnTerms: TextForm;
  readonly footer: TextForm;
  readonly webAddress: string;
};

/** What a paste brings along and no paper shows: controls, and what turns the direction of a line. */
const HIDDEN = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/gu;

const typed = (text: LayoutText): TextForm => ({
  en: text.en?.join('\n') ?? '',
  ru: text.ru?.join('\n') ?? '',
  uk: text.uk?.join('\n') ?? '',
  kk: text.kk?.join('\n') ?? '',
});

const linesOf = (text: string): string[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(HIDDEN, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const textOf = (form: TextForm): LayoutText =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, linesOf(form[locale])] as const).filter(
      ([, lines]) => lines.length > 0,
    ),
  );

export const formOf = ({
  logo,
  header,
  legal,
  returnTerms,
  footer,
  webAddress,
}: ReceiptLayout): LayoutForm => ({
  logo,
  header: header.join('\n'),
  legal: legal.join('\n'),
  returnTerms: typed(returnTerms),
  footer: typed(footer),
  webAddress: webAddress ?? '',
});

/** As it is saved: what people copy from a browser's address bar included. */
const webAddressOf = (text: string): string => text.trim().toLowerCase().replace(/\/+$/, '');

/** Whether it is an address, or none at all. */
export const isFitWebAddress = ({ webAddress }: LayoutForm): boolean =>
  webAddressOf(webAddress) === '' || isWebAddress(webAddressOf(webAddress));

/** What is shown and saved of it: lines that say something. */
export const layoutOf = ({
  logo,
  header,
  legal,
  returnTerms,
  footer,
  webAddress,
}: LayoutForm): ReceiptLayout => ({
  logo,
  header: linesOf(header),
  legal: linesOf(legal),
  returnTerms: textOf(returnTerms),
  footer: textOf(footer),
  ...(webAddressOf(webAddress) === '' ? {} : { webAddress: webAddressOf(webAddress) }),
});
