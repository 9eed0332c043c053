import type { Order } from '#shared/domain/order/schema.ts';
import { FindOrderReply } from '#shared/protocol/find-order.ts';
import type { AskServer } from './ask-server.ts';

/** Orders anywhere in the chain that a text means; null = the server could not be asked. */
export type OrderFinder = (text: string) => Promise<readonly Order[] | null>;

const PATIENCE = 2000;

export const createOrderFinder =
  (ask: AskServer): OrderFinder =>
  async (text) => {
    const question = { path: 'till/find-order', body: { text }, patience: PATIENCE };
    return (await ask(question, FindOrderReply))?.orders ?? null;
  };
