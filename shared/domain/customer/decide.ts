import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isSamePhone } from './find.ts';
import type { Customer, SavedCustomer } from './schema.ts';

export type CustomerProblem =
  | { readonly type: 'customer_name_missing' }
  /** By neither could anybody find the customer again. */
  | { readonly type: 'customer_reach_missing' }
  | { readonly type: 'phone_malformed' }
  /** Somebody has this phone number or this card already. */
  | { readonly type: 'customer_known'; readonly customer: Customer };

export type NewCustomer = {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string;
  readonly loyaltyCard: string;
};

/** Digits, and what people put between them. */
const PHONE = /^\+?[\d\s().-]{5,40}$/;

/** A customer is written down; `known` are those this till knows. */
export const decideCustomer = (
  { customerId, ...said }: NewCustomer,
  known: readonly Customer[],
): Result<SavedCustomer, CustomerProblem> => {
  const name = said.name.trim();
  const phone = said.phone.trim();
  const loyaltyCard = said.loyaltyCard.trim();
  if (name === '') return fail({ type: 'customer_name_missing' });
  if (phone === '' && loyaltyCard === '') return fail({ type: 'customer_reach_missing' });
  if (phone !== '' && !PHONE.test(phone)) return fail({ type: 'phone_malformed' });
  const customer = known.find(
    (one) =>
      one.id !== customerId &&
      (isSamePhone(one.phone, phone) || (loyaltyCard !== '' && one.loyaltyCard === loyaltyCard)),
  );
  if (customer) return fail({ type: 'customer_known', customer });
  return ok({
    customerId,
    name,
    phone: phone === '' ? null : phone,
    loyaltyCard: loyaltyCard === '' ? null : loyaltyCard,
  });
};
