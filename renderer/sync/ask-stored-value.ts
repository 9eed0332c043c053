import type { StoredValueAsker } from '#shared/domain/payment/stored-value.ts';
import { minor } from '#shared/kernel/money.ts';
import { CreditReply } from '#shared/protocol/stored-value.ts';
import type { ServerQuestion } from './ask-server.ts';

const PATIENCE = 2000;

export const createStoredValueAsker =
  (ask: ServerQuestion): StoredValueAsker =>
  async (code) => {
    const question = { path: 'till/store-credit', body: { code }, patience: PATIENCE };
    const reply = await ask(question, CreditReply);
    if (reply?.ok === true) {
      const { currency, balance } = reply.value;
      return { type: 'told', currency, balance: minor(balance) };
    }
    const problem = reply?.problem;
    // No code has such signs in it, or so many of them.
    const isUnknown =
      problem?.type === 'refused' && (problem.code === 'not_found' || problem.code === 'malformed');
    return { type: isUnknown ? 'no_such_code' : 'not_reached' };
  };
