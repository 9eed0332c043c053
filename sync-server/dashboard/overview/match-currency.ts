import { CURRENCIES, type Currency } from '#shared/kernel/money.ts';

/** The currency of that code; undefined when there is none. */
export const matchCurrency = (code: string | undefined): Currency | undefined =>
  CURRENCIES.find((currency) => currency === code);
