import { furnish, HEAD_OFFICE, signIn } from './chain.ts';
import type { Client } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import type { OpenServer, ServerKind } from './open-server.ts';

/** A server with a chain on it: head office is signed in, and each of its two stores has a till. */
export type OpenChain = {
  readonly server: OpenServer;
  readonly office: Client;
  readonly one: HttpTill;
  readonly two: HttpTill;
};

export const openChain = async (open: ServerKind['open']): Promise<OpenChain> => {
  const server = await open();
  await furnish(server);
  return {
    server,
    office: await signIn(server, HEAD_OFFICE),
    one: await enrolTill(server, 'ONE'),
    two: await enrolTill(server, 'TWO'),
  };
};
