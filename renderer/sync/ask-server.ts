import type { Static, TSchema } from 'typebox';
import { post } from './post.ts';

/** Asks the server something a till can do without; null = it could not be asked, or not in time. */
export type AskServer = <Schema extends TSchema>(
  question: { readonly path: string; readonly body: unknown; readonly patience: number },
  reply: Schema,
) => Promise<Static<Schema> | null>;

/** `patience`: nobody at a counter waits longer for the network, in milliseconds: what is known here has to do then. */
export const createAskServer = (serverUrl: string, token: string): AskServer => {
  const parts = {
    serverUrl,
    token: async () => token,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => navigator.onLine,
  };
  return async ({ path, body, patience }, schema) => {
    const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    const reply = await Promise.race([post(parts, path, body, schema), tooLate]);
    return reply?.ok === true ? reply.value : null;
  };
};
