import { localDay } from '#shared/kernel/local-day.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { StoreSettings } from './schema.ts';

/** From a day on, by the store's calendar, cash comes in multiples of so many minor units. */
type Rule = readonly [from: string, increment: number];

/** What holds before any rule: cash is what it is. */
const UNROUNDED = 1;

/** Of currencies that one country alone has; oldest first. */
const BY_CURRENCY: Readonly<Record<Exclude<Currency, 'EUR'>, readonly Rule[]>> = {
  // Tiyn are not in circulation since there are coins of the tenge.
  KZT: [['1993-11-15', 100]],
  // National Bank: 1, 2 and 5 kopiyky are rounded, then 10 kopiyky are withdrawn too.
  UAH: [
    ['2018-07-01', 10],
    ['2025-10-01', 50],
  ],
  // No coin below a rouble is minted since 2015.
  RUB: [['2016-01-01', 100]],
  USD: [],
  GBP: [],
};

/**
 * The euro is rounded by the law of the country, which the store's time zone tells. Where the law leaves it to shops (Ireland,
 * the Netherlands) head office sets it for the store.
 */
const EURO_BY_ZONE: Readonly<Record<string, readonly Rule[]>> = {
  'Europe/Helsinki': [['2002-01-01', 5]],
  'Europe/Mariehamn': [['2002-01-01', 5]],
  'Europe/Rome': [['2018-01-01', 5]],
  'Europe/Brussels': [['2019-12-01', 5]],
  'Europe/Bratislava': [['2022-07-01', 5]],
  'Europe/Tallinn': [['2025-01-01', 5]],
  'Europe/Vilnius': [['2025-05-01', 5]],
};

const rulesOf = (currency: Currency, timeZone: string): readonly Rule[] =>
  currency === 'EUR' ? (EURO_BY_ZONE[timeZone] ?? []) : BY_CURRENCY[currency];

/** What cash comes in multiples of where a store stands, at a moment (ISO 8601), in minor units (rule R1). */
export const smallestCash = (currency: Currency, timeZone: string, at: string): number => {
  const day = localDay(timeZone, at);
  const rule = rulesOf(currency, timeZone).findLast(([from]) => from <= day);
  return rule?.[1] ?? UNROUNDED;
};

/**
 * What a store rounds cash to at a moment: to what its country's coins allow, or coarser where head office set that.
 * null = its settings are not known yet, and nothing is rounded.
 */
export const cashIncrementAt = (
  settings: Pick<StoreSettings, 'currency' | 'timeZone' | 'cashIncrement'> | null | undefined,
  at: string,
): number =>
  settings
    ? Math.max(settings.cashIncrement, smallestCash(settings.currency, settings.timeZone, at))
    : UNROUNDED;
