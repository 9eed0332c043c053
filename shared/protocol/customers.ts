import { Type, type Static } from 'typebox';
import { SHORTEST_NAME } from '../domain/customer/find.ts';
import { CustomerGroup } from '../domain/customer/group.ts';
import { Customer, MOST_GROUPS } from '../domain/customer/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';

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

/** The groups a customer is in from now on. */
export const CustomerGroupsChange = Exact({
  groupIds: Type.Array(IdSchema, { maxItems: MOST_GROUPS, uniqueItems: true }),
});
export type CustomerGroupsChange = Static<typeof CustomerGroupsChange>;

/** Every group of the chain, by name. */
export const CustomerGroupsReply = Exact({ groups: Type.Array(CustomerGroup) });
export type CustomerGroupsReply = Static<typeof CustomerGroupsReply>;
