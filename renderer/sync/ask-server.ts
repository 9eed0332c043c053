import type { Static, TSchema } from 'typebox';
import type { Result } from '#shared/kernel/result.ts';
import { post } from './post.ts';
import type { TransportProblem } from './transport.ts';

type Question = { readonly path: string; readonly body: unknown; readonly patience: number };

/** Asks the server something a till can do without; null = it could not be asked, or not in time. */
export type AskServer = <Schema extends TSchema>(
  question: Question,
  reply: Schema,
) => Promise<Static<Schema> | null>;

/** As `AskServer`, with why there is no answer; null = there was none in time. */
export type ServerQuestion = <Schema extends TSchema>(
  question: Question,
  reply: Schema,
) => Promise<Result<Static<Schema>, TransportProblem> | null>;

/** `patience`: nobody at a counter waits longer for the network, in milliseconds: what is known here has to do then. */
export const serverQuestion = (serverUrl: string, token: string): ServerQuestion => {
  const parts = {
    serverUrl,
    token: async () => token,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => navigator.onLine,
  };
  return ({ path, body, patience }, schema) => {
    const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    return Promise.race([post(parts, path, body, schema), tooLate]);
  };
};

export const createAskServer = (serverUrl: string, token: string): AskServer => {
  const ask = serverQuestion(serverUrl, token);
  return async (question, schema) => {
    const reply = await ask(question, schema);
    return reply?.ok === true ? reply.value : null;
  };
};
