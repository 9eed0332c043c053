import { type Currency, type Minor, minor } from '#shared/kernel/money.ts';

/** Cash of a currency: the notes in circulation, smallest first, and the smallest amount paid (rule R1), minor units. */
export type Cash = { readonly notes: readonly Minor[]; readonly increment: number };

const major = (...amounts: readonly number[]): Minor[] => amounts.map((one) => minor(one * 100));

const CASH: Readonly<Record<Currency, Cash>> = {
  KZT: { notes: major(200, 500, 1000, 2000, 5000, 10_000, 20_000), increment: 100 },
  UAH: { notes: major(20, 50, 100, 200, 500, 1000), increment: 50 },
  RUB: { notes: major(5, 10, 50, 100, 200, 500, 1000, 2000, 5000), increment: 1 },
  EUR: { notes: major(5, 10, 20, 50, 100, 200, 500), increment: 1 },
  USD: { notes: major(1, 5, 10, 20, 50, 100), increment: 1 },
  GBP: { notes: major(5, 10, 20, 50), increment: 1 },
};

export const cashOf = (currency: Currency): Cash => CASH[currency];
