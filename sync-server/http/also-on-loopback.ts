import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Listening there, the till of this machine reaches it at its loopback address already. */
const REACHED: readonly string[] = ['127.0.0.1', '0.0.0.0', '::1', '::'];

/**
 * A server that listens at one address of this machine listens to the machine itself too: a till's app calls plain http at
 * the loopback address alone. Null = it does so already.
 */
export const alsoOnLoopback = async (app: FastifyInstance): Promise<Server | null> => {
  const bound = app.server.address();
  if (bound === null || typeof bound === 'string' || REACHED.includes(bound.address)) return null;
  const server = createServer((request, response) => app.routing(request, response));
  server.keepAliveTimeout = app.server.keepAliveTimeout;
  server.listen(bound.port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
