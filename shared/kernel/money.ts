import { Type } from 'typebox';

declare const minorBrand: unique symbol;

/** Integer minor units (tiyn, kopiyka, cent) of the one currency its document names. */
export type Minor = number & { readonly [minorBrand]: true };

/** The largest amount any document may carry: a hundred billion in major units. */
export const MAX_MINOR = 10_000_000_000_000;

export const CURRENCIES = ['KZT', 'UAH', 'RUB', 'EUR', 'USD', 'GBP'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Every currency above has two decimals (ISO 4217). */
export const MINOR_DIGITS = 2;

export const CurrencySchema = Type.Enum([...CURRENCIES]);
export const MinorSchema = Type.Unsafe<Minor>(
  Type.Integer({ minimum: -MAX_MINOR, maximum: MAX_MINOR }),
);
export const AmountSchema = Type.Unsafe<Minor>(Type.Integer({ minimum: 0, maximum: MAX_MINOR }));

/** Brands an integer number of minor units; anything else is a bug of the caller. */
export const minor = (value: number): Minor => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not minor units: ${value}`);
  return (value === 0 ? 0 : value) as Minor;
};

export const ZERO = minor(0);

export const add = (...amounts: readonly Minor[]): Minor =>
  minor(amounts.reduce((sum, amount) => sum + amount, 0));

export const subtract = (left: Minor, right: Minor): Minor => minor(left - right);

export const negate = (amount: Minor): Minor => minor(0 - amount);

/** value × numerator ÷ denominator in whole numbers, a half rounded away from zero. */
export const scale = (value: number, numerator: number, denominator: number): Minor => {
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n !== divisor < 0n;
  const absolute = product < 0n ? -product : product;
  const size = divisor < 0n ? -divisor : divisor;
  const rounded = (absolute * 2n + size) / (size * 2n);
  return minor(Number(negative ? -rounded : rounded));
};

/** A share of an amount in basis points (1 % = 100). */
export const percentOf = (amount: Minor, basisPoints: number): Minor =>
  scale(amount, basisPoints, 10_000);

/**
 * Spreads `total` over weights by largest remainder, so that the parts add up to `total` to the unit.
 * Weights are non-negative; when all are zero the first part takes everything.
 */
export const allocate = (total: Minor, weights: readonly number[]): Minor[] => {
  const sum = weights.reduce((left, weight) => left + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO));
  const sign = total < 0 ? -1n : 1n;
  const size = BigInt(total) * sign;
  const shares = weights.map((weight, index) => {
    const exact = size * BigInt(weight);
    return { index, part: exact / sum, rest: exact % sum };
  });
  let left = size - shares.reduce((done, share) => done + share.part, 0n);
  const byRest = shares.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const share of byRest) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map((share) => minor(Number(share.part * sign)));
};

/** The nearest multiple of `increment`, a half away from zero; an increment of 1 changes nothing. */
export const roundTo = (amount: Minor, increment: number): Minor =>
  minor(scale(amount, 1, increment) * increment);
