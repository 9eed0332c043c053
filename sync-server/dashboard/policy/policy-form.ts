import type { Tender } from '#shared/domain/payment/schema.ts';
import { storedValueLimitOf } from '#shared/domain/settings/default-policy.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import { parseScaled } from '#shared/i18n/parse-scaled.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';

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
  readonly extensionDays: string;
  readonly offlineRefundLimit: string;
  readonly refundTenders: readonly Tender[];
  readonly handOverLimit: string;
  readonly storedValueLimit: string;
  readonly dataHours: string;
  readonly codesOnTrust: boolean;
};

/** Decimals of money. */
const CENTS = 2;

const typed = (amount: Minor | null): string =>
  amount === null ? '' : String(amount / 10 ** CENTS);

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
  extensionDays: String(policy.extensionDays),
  offlineRefundLimit: typed(policy.offline.refundLimit),
  refundTenders: policy.offline.refundTenders,
  handOverLimit: typed(policy.offline.handOverLimit),
  storedValueLimit: typed(storedValueLimitOf(policy)),
  dataHours: String(policy.offline.dataHours),
  codesOnTrust: policy.offline.codesOnTrust ?? true,
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
  extensionDays: wholeOf(form.extensionDays),
  offline: {
    refundLimit: limitOf(form.offlineRefundLimit),
    refundTenders: [...form.refundTenders],
    handOverLimit: limitOf(form.handOverLimit),
    storedValueLimit: limitOf(form.storedValueLimit),
    dataHours: wholeOf(form.dataHours),
    codesOnTrust: form.codesOnTrust,
  },
});
