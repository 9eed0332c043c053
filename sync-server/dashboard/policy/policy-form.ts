import type { Tender } from '#shared/domain/payment/schema.ts';
import {
  giftCardLimitsOf,
  lockMinutesOf,
  rolesOf,
  staffHoursOf,
  storedValueLimitOf,
} from '#shared/domain/settings/default-policy.ts';
import type { Right } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import { parseScaled } from '#shared/i18n/parse-scaled.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';
import { type PointsForm, pointsFormOf, pointsRuleOf } from './points-form.ts';

/** A policy as it is typed: numbers and lists as texts, amounts in whole units of money; '' = no limit. */
export type PolicyForm = {
  readonly returnDays: string;
  readonly notReturnableSkus: string;
  readonly notReturnableCategories: string;
  readonly cashForOthers: boolean;
  readonly storeCredit: boolean;
  readonly sellExpired: boolean;
  readonly refundLimit: string;
  readonly blindReturnLimit: string;
  readonly blindReturnsPerMonth: string;
  readonly cashDifferenceLimit: string;
  readonly giftCardLeast: string;
  readonly giftCardMost: string;
  readonly extensionDays: string;
  readonly offlineRefundLimit: string;
  readonly refundTenders: readonly Tender[];
  readonly handOverLimit: string;
  readonly storedValueLimit: string;
  readonly dataHours: string;
  readonly codesOnTrust: boolean;
  readonly staffHours: string;
  /** '' or 0 = never. */
  readonly lockMinutes: string;
  readonly points: PointsForm;
  readonly roles: Readonly<Record<Role, RoleForm>>;
};

/** What a role may do; the discount in percent, '' = what the store says. */
export type RoleForm = { readonly rights: readonly Right[]; readonly discountLimit: string };

/** Decimals of money. */
const CENTS = 2;

const typed = (amount: Minor | null): string =>
  amount === null ? '' : String(amount / 10 ** CENTS);

/** Decimals of a percentage: basis points. */
const BASIS = 2;

const typedPercent = (limit: number | null): string =>
  limit === null ? '' : String(limit / 10 ** BASIS);

const eachRole = <Value>(make: (role: Role) => Value): Record<Role, Value> => ({
  cashier: make('cashier'),
  senior: make('senior'),
  manager: make('manager'),
});

export const formOf = (policy: Policy): PolicyForm => ({
  returnDays: String(policy.returnDays),
  notReturnableSkus: policy.notReturnable.skus.join(', '),
  notReturnableCategories: policy.notReturnable.categoryIds.join(', '),
  cashForOthers: policy.cashForOthers,
  storeCredit: policy.storeCredit,
  sellExpired: policy.sellExpired ?? false,
  refundLimit: typed(policy.refundLimit),
  blindReturnLimit: typed(policy.blindReturnLimit),
  blindReturnsPerMonth: String(policy.blindReturnsPerMonth),
  cashDifferenceLimit: typed(policy.cashDifferenceLimit),
  giftCardLeast: typed(giftCardLimitsOf(policy).least),
  giftCardMost: typed(giftCardLimitsOf(policy).most),
  extensionDays: String(policy.extensionDays),
  offlineRefundLimit: typed(policy.offline.refundLimit),
  refundTenders: policy.offline.refundTenders,
  handOverLimit: typed(policy.offline.handOverLimit),
  storedValueLimit: typed(storedValueLimitOf(policy)),
  dataHours: String(policy.offline.dataHours),
  codesOnTrust: policy.offline.codesOnTrust ?? true,
  staffHours: String(staffHoursOf(policy)),
  lockMinutes: String(lockMinutesOf(policy)),
  points: pointsFormOf(policy.points),
  roles: eachRole((role) => {
    const { rights, discountLimit } = rolesOf(policy)[role];
    return { rights, discountLimit: typedPercent(discountLimit) };
  }),
});

/** What is no number is refused by the server, as -1. */
const wholeOf = (text: string): number => parseScaled(text, 0) ?? -1;

const amountOf = (text: string): Minor => minor(parseScaled(text, CENTS) ?? -1);

const limitOf = (text: string): Minor | null => (text.trim() === '' ? null : amountOf(text));

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

export const policyOf = (form: PolicyForm): Policy => ({
  returnDays: wholeOf(form.returnDays),
  notReturnable: {
    skus: listOf(form.notReturnableSkus),
    categoryIds: listOf(form.notReturnableCategories),
  },
  cashForOthers: form.cashForOthers,
  storeCredit: form.storeCredit,
  sellExpired: form.sellExpired,
  refundLimit: limitOf(form.refundLimit),
  blindReturnLimit: amountOf(form.blindReturnLimit),
  blindReturnsPerMonth: wholeOf(form.blindReturnsPerMonth),
  cashDifferenceLimit: amountOf(form.cashDifferenceLimit),
  giftCards: { least: amountOf(form.giftCardLeast), most: amountOf(form.giftCardMost) },
  extensionDays: wholeOf(form.extensionDays),
  lockMinutes: form.lockMinutes.trim() === '' ? 0 : wholeOf(form.lockMinutes),
  points: pointsRuleOf(form.points),
  roles: eachRole((role) => {
    const { rights, discountLimit } = form.roles[role];
    const limit = discountLimit.trim() === '' ? null : (parseScaled(discountLimit, BASIS) ?? -1);
    return { rights: [...rights], discountLimit: limit };
  }),
  offline: {
    refundLimit: limitOf(form.offlineRefundLimit),
    refundTenders: [...form.refundTenders],
    handOverLimit: limitOf(form.handOverLimit),
    storedValueLimit: limitOf(form.storedValueLimit),
    staffHours: wholeOf(form.staffHours),
    dataHours: wholeOf(form.dataHours),
    codesOnTrust: form.codesOnTrust,
  },
});
