import type { TFunction } from 'i18next';
import { formatScaled } from '#shared/i18n/number.ts';
import { MINOR_DIGITS } from '#shared/kernel/money.ts';
import type { Locale } from '#shared/kernel/text.ts';

const MAJOR = 10 ** MINOR_DIGITS;

/** Minor units at an axis, in the unit that suits its largest value: 0.3M, 120K, 80. */
export const axisMoney = (
  minorUnits: number,
  largest: number,
  t: TFunction,
  locale: Locale,
): string => {
  const tenthsOf = (unit: number): string =>
    formatScaled(Math.round((minorUnits * 10) / (MAJOR * unit)), 1, 'trimmed', locale);
  if (minorUnits === 0) return '0';
  if (largest < 1_000 * MAJOR) return tenthsOf(1);
  const text =
    largest < 1_000_000 * MAJOR
      ? t('dashboard.thousands', { value: tenthsOf(1_000) })
      : t('dashboard.millions', { value: tenthsOf(1_000_000) });
  // A chart breaks its labels at spaces.
  return text.replaceAll(' ', '\u00a0');
};
