import type { Locale } from '../kernel/text.ts';

type CivilTime = {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(
    ' ',
  ),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
};

const civilFormats = new Map<string, Intl.DateTimeFormat>();

const civilFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = civilFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  civilFormats.set(timeZone, made);
  return made;
};

/** `at`: ISO 8601; `timeZone`: IANA name. Languages only lay out these numbers, they never compute them. */
const civilTime = (at: string, timeZone: string): CivilTime => {
  const parts = new Map(
    civilFormat(timeZone)
      .formatToParts(Date.parse(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** 14:02, on a 24-hour clock in every language. */
export const formatTime = (at: string, timeZone: string): string => {
  const { hour, minute } = civilTime(at, timeZone);
  return `${two(hour)}:${two(minute)}`;
};

/** For columns and receipts: 22.11.2026, in English 22 Nov 2026, where a number would read as either order. */
export const formatDate = (at: string, timeZone: string, locale: Locale): string => {
  const { year, month, day } = civilTime(at, timeZone);
  if (locale === 'en') return `${day} ${MONTHS.en[month - 1]?.slice(0, 3)} ${year}`;
  return `${two(day)}.${two(month)}.${year}`;
};

/** For headings: 22 November 2026, 22 ноября 2026 г., 2026 ж. 22 қараша. */
export const formatLongDate = (at: string, timeZone: string, locale: Locale): string => {
  const { year, month, day } = civilTime(at, timeZone);
  const name = MONTHS[locale][month - 1];
  switch (locale) {
    case 'en':
      return `${day} ${name} ${year}`;
    case 'ru':
      return `${day} ${name} ${year} г.`;
    case 'uk':
      return `${day} ${name} ${year} р.`;
    case 'kk':
      return `${year} ж. ${day} ${name}`;
  }
};

/** How many calendar days of `timeZone` lie from `from` to `to`; negative when `to` is earlier. */
export const calendarDaysBetween = (from: string, to: string, timeZone: string): number => {
  const [first, last] = [from, to].map((at) => {
    const { year, month, day } = civilTime(at, timeZone);
    return Date.UTC(year, month - 1, day);
  });
  return Math.round(((last ?? 0) - (first ?? 0)) / 86_400_000);
};
