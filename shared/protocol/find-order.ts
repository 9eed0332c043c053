import { Type, type Static } from 'typebox';
import { Order } from '../domain/order/schema.ts';
import { LONGEST_QUESTION, SHORTEST_QUESTION } from '../domain/return/find.ts';
import { Exact } from '../kernel/schema.ts';

/** The most orders a till is told of at once; whoever means another says more of it. */
export const FOUND_ORDERS = 20;

/** A till looks for what was sold anywhere in the chain: a number, a name, a phone, the last digits of a card. */
export const FindOrderRequest = Exact({
  text: Type.String({ minLength: SHORTEST_QUESTION, maxLength: LONGEST_QUESTION }),
});
export type FindOrderRequest = Static<typeof FindOrderRequest>;

/** Those that are meant, the latest sold first, each as the server knows it now. */
export const FindOrderReply = Exact({ orders: Type.Array(Order, { maxItems: FOUND_ORDERS }) });
export type FindOrderReply = Static<typeof FindOrderReply>;
