import type { Order } from '#shared/domain/order/schema.ts';
import { FindOrderReply } from '#shared/protocol/find-order.ts';
import { post } from './post.ts';

/** Orders anywhere in the chain that a text means; null = the server could not be asked. */
export type OrderFinder = (text: string) => Promise<readonly Order[] | null>;

/** Nobody at a counter waits longer for the network, in milliseconds: what is known here has to do then. */
const PATIENCE = 2000;

export const createOrderFinder = (serverUrl: string, token: string): OrderFinder => {
  const parts = {
    serverUrl,
    token: async () => token,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => navigator.onLine,
  };
  return async (text) => {
    const asked = post(parts, 'till/find-order', { text }, FindOrderReply);
    const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const reply = await Promise.race([asked, tooLate]);
    return reply?.ok === true ? reply.value.orders : null;
  };
};
