import { type Minor, minor } from '#shared/kernel/money.ts';
import type { Policy, PolicySetting } from './policy.ts';

/** What is taken of a code on trust where head office said nothing of it. */
const STORED_VALUE_LIMIT = minor(1_000_000);

/** Until head office says otherwise. */
export const DEFAULT_POLICY: Policy = {
  returnDays: 14,
  notReturnable: { skus: [], categoryIds: [] },
  cashForOthers: false,
  storeCredit: true,
  sellExpired: false,
  refundLimit: null,
  blindReturnLimit: minor(1_000_000),
  blindReturnsPerMonth: 3,
  cashDifferenceLimit: minor(100_000),
  extensionDays: 3,
  offline: {
    refundLimit: minor(5_000_000),
    refundTenders: ['cash', 'card', 'online', 'gift_card', 'store_credit'],
    handOverLimit: minor(10_000_000),
    storedValueLimit: STORED_VALUE_LIMIT,
    codesOnTrust: true,
    dataHours: 24,
  },
};

/** What holds in a store: its own policy, else the chain's, else the default. */
export const policyIn = (storeId: string, settings: readonly PolicySetting[]): Policy => {
  const of = (wanted: string | null) => settings.find((one) => one.storeId === wanted)?.policy;
  return of(storeId) ?? of(null) ?? DEFAULT_POLICY;
};

/** What may be paid under one code without asking; null = anything. */
export const storedValueLimitOf = ({ offline: { storedValueLimit } }: Policy): Minor | null =>
  storedValueLimit === undefined ? STORED_VALUE_LIMIT : storedValueLimit;
