import { createContext } from 'react';
import type { Currency } from '#shared/kernel/money.ts';

/** What formatting needs to know of the store; the till sets it from the store's settings. */
export type Region = {
  readonly currency: Currency;
  /** IANA name. */
  readonly timeZone: string;
};

export const RegionContext = createContext<Region>({
  currency: 'KZT',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
