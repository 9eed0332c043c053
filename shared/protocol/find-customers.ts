import { Type, type Static } from 'typebox';
import { SHORTEST_NAME } from '../domain/customer/find.ts';
import { Customer } from '../domain/customer/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';

/** The most customers a till is told of at once; whoever means another says more. */
export const FOUND_CUSTOMERS = 10;

/** A till looks for a customer of the whole chain: the end of a phone number, a loyalty card, part of a name. */
export const FindCustomersRequest = Exact({
  text: Type.String({ minLength: SHORTEST_NAME, maxLength: 100 }),
});
export type FindCustomersRequest = Static<typeof FindCustomersRequest>;

/** One customer as the server knows them now, by id. */
export const CustomerRequest = Exact({ customerId: IdSchema });
export type CustomerRequest = Static<typeof CustomerRequest>;

export const FindCustomersReply = Exact({
  customers: Type.Array(Customer, { maxItems: FOUND_CUSTOMERS }),
});
export type FindCustomersReply = Static<typeof FindCustomersReply>;
