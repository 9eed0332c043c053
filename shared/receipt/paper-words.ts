import { formatDate, formatTime } from '../i18n/date.ts';
import { en } from '../i18n/en.ts';
import { kk } from '../i18n/kk.ts';
import { formatMoney } from '../i18n/money.ts';
import { formatCount, formatPercent, formatQuantity } from '../i18n/number.ts';
import { ru } from '../i18n/ru.ts';
import { uk } from '../i18n/uk.ts';
import type { Currency } from '../kernel/money.ts';
import { type Locale, type LocalizedText, localized } from '../kernel/text.ts';

const SOURCES = { en, ru, uk, kk } as const;

/** How a paper says things: the words of one language, and how it writes numbers and times. */
export type PaperWords = {
  readonly locale: Locale;
  readonly say: (typeof SOURCES)[Locale];
  readonly text: (text: LocalizedText) => string;
  readonly money: (amount: number, currency: Currency) => string;
  readonly quantity: (thousandths: number) => string;
  /** Basis points. */
  readonly percent: (basisPoints: number) => string;
  readonly count: (count: number) => string;
  readonly time: (at: string) => string;
  readonly date: (at: string) => string;
  /** Date and time. */
  readonly moment: (at: string) => string;
};

/** A paper in this language, with the times of the store's zone. */
export const paperWords = (locale: Locale, timeZone: string): PaperWords => ({
  locale,
  say: SOURCES[locale],
  text: (text) => localized(text, locale),
  money: (amount, currency) => formatMoney(amount, currency, locale),
  quantity: (thousandths) => formatQuantity(thousandths, locale),
  percent: (basisPoints) => formatPercent(basisPoints, locale),
  count: (count) => formatCount(count, locale),
  date: (at) => formatDate(at, timeZone, locale),
  time: (at) => formatTime(at, timeZone),
  moment: (at) => `${formatDate(at, timeZone, locale)} ${formatTime(at, timeZone)}`,
});

/** A sentence with its placeholder `{{name}}` filled in. */
export const fill = (text: string, name: string, value: string): string =>
  text.replace(`{{${name}}}`, () => value);
