import { Customer } from '#shared/domain/customer/schema.ts';
import { FindCustomersReply } from '#shared/protocol/find-customers.ts';
import type { AskServer } from './ask-server.ts';

/** Customers anywhere in the chain that a text means; null = the server could not be asked. */
export type CustomerFinder = (text: string) => Promise<readonly Customer[] | null>;

const PATIENCE = 1500;

export const createCustomerFinder =
  (ask: AskServer): CustomerFinder =>
  async (text) => {
    const question = { path: 'till/find-customers', body: { text }, patience: PATIENCE };
    return (await ask(question, FindCustomersReply))?.customers ?? null;
  };

/** A customer as the server knows them now; null = it could not be asked, or knows none of that id. */
export type CustomerAsker = (customerId: string) => Promise<Customer | null>;

export const createCustomerAsker =
  (ask: AskServer): CustomerAsker =>
  (customerId) =>
    ask({ path: 'till/customer', body: { customerId }, patience: PATIENCE }, Customer);
