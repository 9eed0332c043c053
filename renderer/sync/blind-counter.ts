import type { BlindReturnFact } from '#shared/domain/return/blind-record.ts';
import { BlindReturnsReply } from '#shared/protocol/blind-returns.ts';
import type { AskServer } from './ask-server.ts';

/** A customer's returns without a receipt anywhere in the chain; null = the server could not be asked. */
export type BlindCounter = (customerHash: string) => Promise<readonly BlindReturnFact[] | null>;

const PATIENCE = 1000;

export const createBlindCounter =
  (ask: AskServer): BlindCounter =>
  async (customerHash) => {
    const question = { path: 'till/blind-returns', body: { customerHash }, patience: PATIENCE };
    return (await ask(question, BlindReturnsReply))?.returns ?? null;
  };
