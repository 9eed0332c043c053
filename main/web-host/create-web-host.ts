import { randomBytes } from 'node:crypto';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { createAnswerer } from '../calls/create-answerer.ts';
import { createHeldTills, type HeldTills } from '../calls/held-tills.ts';
import type { Services } from '../calls/services.ts';
import { pageHeaders } from '../page/page-policy.ts';
import { readIndex } from '../page/read-index.ts';
import { readWorker } from '../page/read-worker.ts';
import { callRoutes } from './call-routes.ts';

export type WebHostOptions = {
  /** 0 = any free port. The till's data belongs to the port: never change it for a till in use. */
  readonly port: number;
  /** The built till. */
  readonly folder: string;
  /** Origin of the replication server. */
  readonly serverUrl: string;
  /** What this machine does for the page. */
  readonly services: Services;
  /** Told of the tills whose page is open; the services ask it. */
  readonly heldTills?: HeldTills;
};

export type WebHost = { readonly url: string; readonly close: () => Promise<void> };

/** A page from any other address is no secure one to a browser, and is refused by the calls. */
const LOOPBACK = '127.0.0.1';

/** Serves the till's page from this machine to itself (rule T2): a secure origin, whatever the network does. */
export const createWebHost = async ({
  port,
  folder,
  serverUrl,
  services,
  heldTills = createHeldTills(),
}: WebHostOptions): Promise<WebHost> => {
  const app = fastify({ logger: false, forceCloseConnections: true });
  // Page and policy are kept together by the service worker, so one nonce per start serves as well as one per reply, and the
  // address that both hold is part of the page's version.
  const nonce = randomBytes(16).toString('base64');
  // Read at each request: the till may be built anew while it is served.
  const page = (name: string): Promise<string> =>
    readIndex(path.join(folder, name), serverUrl, nonce);
  // A till that was never built is told of at the start.
  await page('index.html');

  app.addHook('onSend', async (_request, reply) => {
    reply.headers(pageHeaders(serverUrl, nonce));
  });
  const pages = { '/': 'index.html', '/index.html': 'index.html', '/display.html': 'display.html' };
  for (const [address, name] of Object.entries(pages))
    app.get(address, async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await page(name)),
    );
  app.get('/service-worker.js', async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readWorker(folder, serverUrl)),
  );
  const onFault = (name: string, error: unknown): void => console.error(`${name}:`, error);
  await app.register(callRoutes(createAnswerer({ services, onFault }), heldTills));
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const url = await app.listen({ host: LOOPBACK, port });
  return { url, close: () => app.close() };
};
