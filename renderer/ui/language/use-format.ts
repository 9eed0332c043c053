import { use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textComparator } from '#shared/i18n/collation.ts';
import { calendarDaysBetween, formatDate, formatLongDate, formatTime } from '#shared/i18n/date.ts';
import { matchLocale } from '#shared/i18n/locales.ts';
import { formatMoney } from '#shared/i18n/money.ts';
import { decimalMark, formatCount, formatPercent, formatQuantity } from '#shared/i18n/number.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { type Locale, type LocalizedText, localized } from '#shared/kernel/text.ts';
import { type Region, RegionContext } from './region.ts';

export type Format = Region & {
  readonly locale: Locale;
  /** Minor units; of the store's currency unless another is given. */
  readonly money: (minorUnits: number, currency?: Currency) => string;
  /** Thousandths. */
  readonly quantity: (thousandths: number) => string;
  /** Basis points. */
  readonly percent: (basisPoints: number) => string;
  readonly count: (count: number) => string;
  readonly decimalMark: string;
  /** ISO 8601 → 14:02, 22.11.2026, 22 ноября 2026 г. */
  readonly time: (at: string) => string;
  readonly date: (at: string) => string;
  readonly longDate: (at: string) => string;
  /** Today only the time; yesterday and before the day as well. */
  readonly moment: (at: string, now: string) => string;
  /** today, 13:20; yesterday, 13:20; 19.11.2026, 13:20 */
  readonly dayAndTime: (at: string, now: string) => string;
  /** Whole seconds, in the largest unit that they fill: 38 s, 42 min, 26 h, 3 d. */
  readonly duration: (seconds: number) => string;
  readonly text: (text: LocalizedText) => string;
  readonly compare: (left: string, right: string) => number;
};

const UNITS = [
  ['days', 172_800, 86_400],
  ['hours', 7200, 3600],
  ['minutes', 60, 60],
  ['seconds', 0, 1],
] as const;

/** Everything that is written differently in each language, for the language and the store of now. */
export const useFormat = (): Format => {
  const { t, i18n } = useTranslation();
  const region = use(RegionContext);
  const locale = matchLocale([i18n.language]);
  return useMemo(() => {
    const { currency, timeZone } = region;
    const time = (at: string): string => formatTime(at, timeZone);
    const date = (at: string): string => formatDate(at, timeZone, locale);
    const daysAgo = (at: string, now: string): number => calendarDaysBetween(at, now, timeZone);
    const dayAndTime = (at: string, now: string): string => {
      const named = ([t('common.today'), t('common.yesterday')] as const)[daysAgo(at, now)];
      return t('common.dayAtTime', { day: named ?? date(at), time: time(at) });
    };
    return {
      ...region,
      locale,
      money: (minorUnits, other = currency) => formatMoney(minorUnits, other, locale),
      quantity: (thousandths) => formatQuantity(thousandths, locale),
      percent: (basisPoints) => formatPercent(basisPoints, locale),
      count: (count) => formatCount(count, locale),
      decimalMark: decimalMark(locale),
      time,
      date,
      longDate: (at) => formatLongDate(at, timeZone, locale),
      moment: (at, now) => (daysAgo(at, now) === 0 ? time(at) : dayAndTime(at, now)),
      dayAndTime,
      duration: (seconds) => {
        const [name, , size] = UNITS.find(([, from]) => seconds >= from) ?? UNITS[3];
        return t(`duration.${name}`, { value: String(Math.floor(Math.max(0, seconds) / size)) });
      },
      text: (text) => localized(text, locale),
      compare: textComparator(locale),
    };
  }, [t, locale, region]);
};
