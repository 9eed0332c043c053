import type { Customer } from '#shared/domain/customer/schema.ts';
import type { CustomerChange } from '#shared/protocol/customers.ts';

type Filled<Fields> = { readonly [Name in keyof Fields]: NonNullable<Fields[Name]> };

/** A customer as typed; an empty card = as it was. */
export type CustomerForm = Filled<CustomerChange>;

export const formOf = (customer: Customer): CustomerForm => ({
  name: customer.name,
  phone: customer.phone,
  loyaltyCard: customer.loyaltyCard ?? '',
  email: customer.email ?? '',
  language: customer.language ?? '',
  groupIds: customer.groupIds ?? [],
});

/**
 * What was changed in a form since it was opened. The rest is not said again: somebody else may have put it right while the
 * form was open (rule S7).
 */
export const changeOf = (opened: CustomerForm, form: CustomerForm): CustomerChange => {
  const news = (name: 'name' | 'phone' | 'loyaltyCard' | 'email'): string | null =>
    form[name].trim() === opened[name] ? null : form[name].trim();
  const isSameGroups =
    form.groupIds.length === opened.groupIds.length &&
    form.groupIds.every((id) => opened.groupIds.includes(id));
  return {
    name: news('name'),
    phone: news('phone'),
    loyaltyCard: news('loyaltyCard') || null,
    email: news('email'),
    language: form.language === opened.language ? null : form.language,
    groupIds: isSameGroups ? null : form.groupIds,
  };
};
