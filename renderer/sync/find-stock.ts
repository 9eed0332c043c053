import { StockElsewhereReply } from '#shared/protocol/stock-elsewhere.ts';
import type { AskServer } from './ask-server.ts';

/** What other stores have of a product, and as of when; null = the server was never asked. */
export type StockFinder = (sku: string) => Promise<StockElsewhereReply | null>;

const PATIENCE = 2000;

/** Without an answer, what was heard last. */
export const createStockFinder = (ask: AskServer): StockFinder => {
  const heard = new Map<string, StockElsewhereReply>();
  return async (sku) => {
    const question = { path: 'till/stock-elsewhere', body: { sku }, patience: PATIENCE };
    const reply = await ask(question, StockElsewhereReply);
    if (reply !== null) heard.set(sku, reply);
    return heard.get(sku) ?? null;
  };
};
