import type { Locale } from '../kernel/text.ts';

const NBSP = '\u00a0';
export const MINUS = '−';

/**
 * Written out instead of asked of `Intl`, because Chromium has no usable Kazakh data although it says so; Kazakh
 * follows the conventions of ru-KZ. Tests compare the other three with `Intl`.
 */
const SEPARATORS: Readonly<Record<Locale, { readonly group: string; readonly decimal: string }>> = {
  en: { group: ',', decimal: '.' },
  ru: { group: NBSP, decimal: ',' },
  uk: { group: NBSP, decimal: ',' },
  kk: { group: NBSP, decimal: ',' },
};

/** `fixed`: all decimals; `trimmed`: without trailing zeros; `ifAny`: all decimals, or none when they are all zero. */
export type Decimals = 'fixed' | 'trimmed' | 'ifAny';

/** An integer counted in 10^-scale units as text, with a real minus sign; digits only, never a float. */
export const formatScaled = (
  value: number | bigint,
  scale: number,
  decimals: Decimals,
  locale: Locale,
): string => {
  const text = value.toString();
  const negative = text.startsWith('-');
  const digits = (negative ? text.slice(1) : text).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const all = digits.slice(digits.length - scale);
  const trimmed = all.replace(/0+$/, '');
  const fraction =
    decimals === 'trimmed' || (decimals === 'ifAny' && trimmed === '') ? trimmed : all;
  const { group, decimal } = SEPARATORS[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative ? MINUS : ''}${grouped}${fraction === '' ? '' : decimal + fraction}`;
};

/** A count of things: 1,113. */
export const formatCount = (count: number | bigint, locale: Locale): string =>
  formatScaled(count, 0, 'fixed', locale);

/** Thousandths of a unit: 3, 1.245. */
export const formatQuantity = (thousandths: number | bigint, locale: Locale): string =>
  formatScaled(thousandths, 3, 'trimmed', locale);

/** Basis points: 16%, 1.8%. */
export const formatPercent = (basisPoints: number | bigint, locale: Locale): string =>
  `${formatScaled(basisPoints, 2, 'trimmed', locale)}%`;

export const decimalMark = (locale: Locale): string => SEPARATORS[locale].decimal;
