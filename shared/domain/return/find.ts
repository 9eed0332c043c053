import type { Order } from '../order/schema.ts';

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Fewer digits than this are no phone number's end. */
const PHONE_END = 4;
/** A card is known by its last digits, where the machine told them. */
const CARD_END = /^\d{4}$/;

/** Fewer letters than this mean everything. */
export const SHORTEST_QUESTION = 3;

/** More letters are no number, name or phone, but a code of somebody else. */
export const LONGEST_QUESTION = 100;

/**
 * Whether somebody who looks for what they bought means this order: by its number or that of one of its returns, the
 * customer's name, loyalty card or the end of the phone number, or the last four digits of the card that paid.
 * `customers`: ids of those of the counter who are meant; an order says no more of them than that.
 */
export const isMeant = (
  { id, number, customer, payments, returns }: Order,
  asked: string,
  customers: ReadonlySet<string>,
): boolean => {
  const wanted = asked.trim().toLowerCase();
  if (wanted.length < SHORTEST_QUESTION) return false;
  if (customers.has(customer?.customerId ?? '')) return true;
  const words = [id, number ?? '', customer?.name ?? '', ...returns.map((one) => one.number)];
  if (words.some((word) => word.toLowerCase().includes(wanted))) return true;
  if (customer?.customerId?.toLowerCase() === wanted) return true;
  const digits = digitsOf(wanted);
  const isNumber = digits.length >= PHONE_END && !/\p{L}/u.test(wanted);
  if (isNumber && digitsOf(customer?.phone ?? '').endsWith(digits)) return true;
  return CARD_END.test(wanted) && payments.some(({ reference }) => reference?.endsWith(wanted));
};

/** Whether what was asked for is the paper of a return, which cannot be returned. */
export const isReturnNumber = ({ returns }: Order, asked: string): boolean =>
  returns.some(({ number }) => number.toLowerCase() === asked.trim().toLowerCase());
