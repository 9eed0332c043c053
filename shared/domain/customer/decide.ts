import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isSamePhone } from './find.ts';
import type { Customer, SavedCustomer } from './schema.ts';

export type CustomerProblem =
  | { readonly type: 'customer_name_missing' }
  /** By neither could anybody find the customer again. */
  | { readonly type: 'customer_reach_missing' }
  | { readonly type: 'phone_malformed' }
  | { readonly type: 'email_malformed' }
  /** Somebody has this phone number or this card already. */
  | { readonly type: 'customer_known'; readonly customer: Customer };

export type NewCustomer = {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
  readonly loyaltyCard: string;
  readonly email: string;
  readonly language: NonNullable<Customer['language']>;
};

/** Digits, and what people put between them. */
const PHONE = /^\+?[\d\s().-]{5,40}$/;

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** A customer is written down, or what is known of one is put right; `known` are those this till knows. */
export const decideCustomer = (
  { customerId, language, ...said }: NewCustomer,
  known: readonly Customer[],
): Result<SavedCustomer, CustomerProblem> => {
  const name = said.name.trim();
  const phone = said.phone.trim();
  const loyaltyCard = said.loyaltyCard.trim();
  const email = said.email.trim();
  if (name === '') return fail({ type: 'customer_name_missing' });
  if (phone === '' && loyaltyCard === '') return fail({ type: 'customer_reach_missing' });
  if (phone !== '' && !PHONE.test(phone)) return fail({ type: 'phone_malformed' });
  if (email !== '' && !EMAIL.test(email)) return fail({ type: 'email_malformed' });
  const before = known.find(({ id }) => id === customerId);
  const customer = known.find(
    (one) =>
      one.id !== customerId &&
      (isSamePhone(one.phone, phone) || (loyaltyCard !== '' && one.loyaltyCard === loyaltyCard)),
  );
  if (customer) return fail({ type: 'customer_known', customer });
  /** What is as it was is not said again: somebody else may have put it right meanwhile (rule S7). */
  const news = <Value extends string>(value: Value, was: string | null | undefined) =>
    value === (was ?? '') ? null : value;
  return ok({
    customerId,
    name: news(name, before?.name),
    phone: news(phone, before?.phone),
    loyaltyCard: loyaltyCard === '' ? null : news(loyaltyCard, before?.loyaltyCard),
    email: news(email, before?.email),
    language: news(language, before?.language),
  });
};
