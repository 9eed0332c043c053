import type { Customer } from './schema.ts';

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Fewer digits than this are no phone number's end. */
const PHONE_END = 4;

/** Fewer letters than this mean everybody. */
export const SHORTEST_NAME = 3;

/** Whether this number is the end of that one; both as people write them. */
const isPhoneMeant = (phone: string, asked: string): boolean => {
  const digits = digitsOf(asked);
  return digits.length >= PHONE_END && !/\p{L}/u.test(asked) && digitsOf(phone).endsWith(digits);
};

/** Whether a text means this customer: part of the name, the end of the phone number, or the whole loyalty card. */
export const isCustomerMeant = (
  { name, phone, loyaltyCard }: Pick<Customer, 'name' | 'phone' | 'loyaltyCard'>,
  asked: string,
): boolean => {
  const wanted = asked.trim().toLowerCase();
  if (wanted.length < SHORTEST_NAME) return false;
  return (
    name.toLowerCase().includes(wanted) ||
    loyaltyCard?.toLowerCase() === wanted ||
    isPhoneMeant(phone, wanted)
  );
};

/** Digits that are the same with and without the prefix of a country. */
const NATIONAL = 10;

/** What is the same of a number however it is written. */
export const nationalDigits = (phone: string): string => digitsOf(phone).slice(-NATIONAL);

/** Whether two numbers are one, however they are written. */
export const isSamePhone = (one: string, other: string): boolean => {
  const digits = nationalDigits(one);
  return digits.length >= PHONE_END && digits === nationalDigits(other);
};
