import { Type, type Static } from 'typebox';
import { SHORTEST_NAME } from '../domain/customer/find.ts';
import { CustomerGroup } from '../domain/customer/group.ts';
import { Customer, MOST_GROUPS } from '../domain/customer/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText, LOCALES } from '../kernel/text.ts';

/** The most customers head office is shown at once; whoever means another says more. */
export const SHOWN_CUSTOMERS = 50;

/** Head office looks for customers: the end of a phone number, a loyalty card, part of a name. */
export const CustomersQuery = Exact({
  text: Type.String({ minLength: SHORTEST_NAME, maxLength: 100 }),
});

export const CustomersReply = Exact({
  customers: Type.Array(Customer, { maxItems: SHOWN_CUSTOMERS }),
});
export type CustomersReply = Static<typeof CustomersReply>;

/** What head office puts right of a customer, and the groups they are in; null = it stays as it is now, whoever said it. */
export const CustomerChange = Exact({
  name: Nullable(Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`\S` })),
  phone: Nullable(Type.String({ maxLength: 40, pattern: String.raw`^(?:\+?[\d\s().\-]{5,40})?$` })),
  loyaltyCard: Nullable(Type.String({ minLength: 1, maxLength: 40, pattern: String.raw`\S` })),
  email: Nullable(Type.String({ maxLength: 200, pattern: String.raw`^(?:[^\s@]+@[^\s@]+)?$` })),
  language: Nullable(Type.Enum(['', ...LOCALES])),
  groupIds: Nullable(Type.Array(IdSchema, { maxItems: MOST_GROUPS, uniqueItems: true })),
});
export type CustomerChange = Static<typeof CustomerChange>;

/** Every group of the chain, by name. */
export const CustomerGroupsReply = Exact({ groups: Type.Array(CustomerGroup) });
export type CustomerGroupsReply = Static<typeof CustomerGroupsReply>;

/** Who needs a group still: price lists and promotions that are not over, and customers who are in it. */
export const GroupUses = Exact({
  priceLists: Type.Array(Type.String()),
  promotions: Type.Array(LocalizedText),
  customers: Type.Integer({ minimum: 0 }),
});
export type GroupUses = Static<typeof GroupUses>;
