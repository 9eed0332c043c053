import { type Minor, minor } from '#shared/kernel/money.ts';
import type { GiftCardLimits } from '../pricing/gift-card.ts';
import { DEFAULT_ROLES, type Roles } from '../staff/rights.ts';
import type { Policy, PolicySetting } from './policy.ts';

/** What is taken of a code on trust where head office said nothing of it. */
const STORED_VALUE_LIMIT = minor(1_000_000);

/** From 1 to 100,000 of the currency. */
const GIFT_CARDS: GiftCardLimits = { least: minor(100), most: minor(10_000_000) };

/** A week: a till that nobody reaches for longer is not run by those whom head office knows. */
const STAFF_HOURS = 168;

const LOCK_MINUTES = 15;

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
  points: null,
  giftCards: GIFT_CARDS,
  extensionDays: 3,
  roles: DEFAULT_ROLES,
  lockMinutes: LOCK_MINUTES,
  offline: {
    refundLimit: minor(5_000_000),
    refundTenders: ['cash', 'card', 'online', 'gift_card', 'store_credit', 'points'],
    handOverLimit: minor(10_000_000),
    storedValueLimit: STORED_VALUE_LIMIT,
    codesOnTrust: true,
    staffHours: STAFF_HOURS,
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

export const giftCardLimitsOf = ({ giftCards }: Policy): GiftCardLimits => giftCards ?? GIFT_CARDS;

export const lockMinutesOf = ({ lockMinutes }: Policy): number => lockMinutes ?? LOCK_MINUTES;

export const rolesOf = ({ roles }: Policy): Roles => roles ?? DEFAULT_ROLES;

export const staffHoursOf = ({ offline }: Policy): number => offline.staffHours ?? STAFF_HOURS;

const HOUR = 3_600_000;

/** Whether the server was silent for longer than policy trusts what a till knows of its staff (rule R5). */
export const isAuthorityOld = (
  policy: Policy,
  { at, lastContactAt }: { readonly at: string; readonly lastContactAt: string | null },
): boolean =>
  lastContactAt !== null &&
  Date.parse(at) - Date.parse(lastContactAt) > staffHoursOf(policy) * HOUR;
