import { type Currency, type Minor, minor } from '#shared/kernel/money.ts';

/** Cash of a currency: what is in circulation, smallest first, minor units. */
export type Cash = {
  readonly notes: readonly Minor[];
  readonly coins: readonly Minor[];
};

const major = (...amounts: readonly number[]): Minor[] => amounts.map((one) => minor(one * 100));

const cents = [1, 2, 5, 10, 20, 50].map(minor);

const CASH: Readonly<Record<Currency, Cash>> = {
  KZT: {
    notes: major(200, 500, 1000, 2000, 5000, 10_000, 20_000),
    coins: major(1, 2, 5, 10, 20, 50, 100, 200),
  },
  UAH: {
    notes: major(20, 50, 100, 200, 500, 1000),
    coins: [minor(50), ...major(1, 2, 5, 10)],
  },
  RUB: {
    notes: major(5, 10, 50, 100, 200, 500, 1000, 2000, 5000),
    coins: major(1, 2, 5, 10),
  },
  EUR: {
    notes: major(5, 10, 20, 50, 100, 200, 500),
    coins: [...cents, ...major(1, 2)],
  },
  USD: { notes: major(1, 5, 10, 20, 50, 100), coins: [1, 5, 10, 25, 50].map(minor) },
  GBP: { notes: major(5, 10, 20, 50), coins: [...cents, ...major(1, 2)] },
};

export const cashOf = (currency: Currency): Cash => CASH[currency];

/** What a drawer is counted by, largest first, minor units; a value that is both note and coin is counted once. */
export const denominationsOf = (currency: Currency): Minor[] => {
  const { notes, coins } = CASH[currency];
  return [...new Set([...notes, ...coins])].toSorted((left, right) => right - left);
};
