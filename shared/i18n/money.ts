import { type Currency, MINOR_DIGITS } from '../kernel/money.ts';
import type { Locale } from '../kernel/text.ts';
import { type Decimals, formatScaled, MINUS } from './number.ts';

/** The narrow symbols of CLDR, the same in all four languages. */
export const CURRENCY_SYMBOLS: Readonly<Record<Currency, string>> = {
  KZT: '₸',
  UAH: '₴',
  RUB: '₽',
  EUR: '€',
  USD: '$',
  GBP: '£',
};

/** Nobody has paid in tiyn since 1993, so a whole amount of tenge shows none; kopiykas and cents are always shown. */
const DECIMALS: Readonly<Record<Currency, Decimals>> = {
  KZT: 'ifAny',
  UAH: 'fixed',
  RUB: 'fixed',
  EUR: 'fixed',
  USD: 'fixed',
  GBP: 'fixed',
};

/** Minor units of `currency` as people write it: ru `15 881 ₸`, en `₸15,881`; the minus sign comes first. */
export const formatMoney = (
  minorUnits: number | bigint,
  currency: Currency,
  locale: Locale,
): string => {
  const amount = formatScaled(minorUnits, MINOR_DIGITS, DECIMALS[currency], locale);
  const symbol = CURRENCY_SYMBOLS[currency];
  if (locale !== 'en') return `${amount}\u00a0${symbol}`;
  return amount.startsWith(MINUS) ? `${MINUS}${symbol}${amount.slice(1)}` : `${symbol}${amount}`;
};
