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
  /** As the form showed them when it was opened; null = somebody new. */
  readonly told: Customer | null;
};

/** Digits, and what people put between them. */
const PHONE = /^\+?[\d\s().-]{5,40}$/;

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * A customer is written down, or what is known of one is put right; `known` are those this till knows. What the form showed
 * is not judged, as of two customers of one phone each must be put right; and it is not said again: somebody else may have put it right while the form was open (rule S7).
 */
export const decideCustomer = (
  { customerId, language, told, ...said }: NewCustomer,
  known: readonly Customer[],
): Result<SavedCustomer, CustomerProblem> => {
  const name = said.name.trim();
  const phone = said.phone.trim();
  const loyaltyCard = said.loyaltyCard.trim();
  const email = said.email.trim();
  if (name === '') return fail({ type: 'customer_name_missing' });
  if (phone === '' && loyaltyCard === '') return fail({ type: 'customer_reach_missing' });
  const isPhoneNew = phone !== (told?.phone ?? '');
  const isCardNew = loyaltyCard !== '' && loyaltyCard !== told?.loyaltyCard;
  if (isPhoneNew && phone !== '' && !PHONE.test(phone)) return fail({ type: 'phone_malformed' });
  if (email !== '' && !EMAIL.test(email)) return fail({ type: 'email_malformed' });
  const customer = known.find(
    (one) =>
      one.id !== customerId &&
      ((isPhoneNew && isSamePhone(one.phone, phone)) ||
        (isCardNew && one.loyaltyCard === loyaltyCard)),
  );
  if (customer) return fail({ type: 'customer_known', customer });
  const news = <Value extends string>(value: Value, was: string | null | undefined) =>
    value === (was ?? '') ? null : value;
  return ok({
    customerId,
    name: news(name, told?.name),
    phone: news(phone, told?.phone),
    loyaltyCard: loyaltyCard === '' ? null : news(loyaltyCard, told?.loyaltyCard),
    email: news(email, told?.email),
    language: news(language, told?.language),
  });
};
