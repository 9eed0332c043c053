import {
  CanEmailReply,
  type EmailOutcome,
  EmailReceiptReply,
  type EmailReceiptRequest,
} from '#shared/protocol/email-receipt.ts';
import type { AskServer } from './ask-server.ts';

/** Sends receipts by e-mail, through the server and with a network alone. */
export type ReceiptMail = {
  readonly canEmail: () => Promise<boolean>;
  readonly send: (request: EmailReceiptRequest) => Promise<EmailOutcome | null>;
};

/** Milliseconds: longer than the server waits for a mail server, so that it is known what became of a letter. */
const PATIENCE = 20_000;
const SHORT_PATIENCE = 2000;

export const createReceiptMail = (ask: AskServer): ReceiptMail => ({
  canEmail: async () => {
    const question = { path: 'till/can-email', body: {}, patience: SHORT_PATIENCE };
    return (await ask(question, CanEmailReply))?.canEmail === true;
  },
  send: async (body) => {
    const question = { path: 'till/email-receipt', body, patience: PATIENCE };
    return (await ask(question, EmailReceiptReply))?.outcome ?? null;
  },
});
