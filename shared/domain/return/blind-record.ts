import { Type, type Static } from 'typebox';
import type { Crypto } from '#shared/kernel/crypto.ts';
import { HashSchema, IdSchema, OperationIdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { Exact } from '#shared/kernel/schema.ts';

const BlindReturnFact = Exact({
  operationId: OperationIdSchema,
  storeId: IdSchema,
  at: TimeSchema,
  total: AmountSchema,
});
export type BlindReturnFact = Static<typeof BlindReturnFact>;

/** Returns without a receipt of one customer, in all stores; whose they are stands here as a hash only. */
export const BlindRecord = Exact({
  customerHash: HashSchema,
  /** The earliest first. */
  returns: Type.Array(BlindReturnFact),
});
export type BlindRecord = Static<typeof BlindRecord>;

const DAY = 86_400_000;

/** How far back a customer's returns without a receipt count. */
const BLIND_DAYS = 30;

/** As many as a policy can allow at most: more are above every limit. */
const KEPT = 1000;

/** Since when returns count at a moment. */
export const blindSince = (now: string): string =>
  new Date(Date.parse(now) - BLIND_DAYS * DAY).toISOString();

/** Digits of a phone number that are the same with and without the prefix of its country. */
const PHONE_DIGITS = 10;

/** The same person writes a name or a number in more than one way: a phone number counts alone, by its last digits. */
const spellingOf = (customer: string): string => {
  const digits = customer.replaceAll(/\D/g, '');
  return digits.length >= PHONE_DIGITS
    ? digits.slice(-PHONE_DIGITS)
    : customer
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '');
};

/** By what the returns of a customer are found, however the customer was written; 64 hex digits. */
export const blindCustomerHash = (customer: string, { sha256 }: Crypto): Promise<string> =>
  sha256(`blind:${spellingOf(customer)}`);

const isBefore = (left: BlindReturnFact, right: BlindReturnFact): boolean =>
  left.at === right.at ? left.operationId < right.operationId : left.at < right.at;

/** The record with one more return; heard of twice it is one. */
export const withBlindReturn = (record: BlindRecord, fact: BlindReturnFact): BlindRecord => {
  const others = record.returns.filter(({ operationId }) => operationId !== fact.operationId);
  const returns = [...others, fact].toSorted((left, right) => (isBefore(left, right) ? -1 : 1));
  return { ...record, returns };
};

/** The record as it is kept: its latest returns. */
export const keptOf = (record: BlindRecord): BlindRecord => ({
  ...record,
  returns: record.returns.slice(-KEPT),
});

/** Those that counted when this one was made, the earliest first. */
export const countedBefore = (record: BlindRecord, fact: BlindReturnFact): BlindReturnFact[] => {
  const since = blindSince(fact.at);
  return record.returns.filter((one) => isBefore(one, fact) && one.at >= since);
};
