import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sendPage } from './dashboard-page.ts';
import { refuse } from './refuse.ts';

/** The demo's online shop at `/shop`, built into the dashboard's folder; its orders have addresses under it. */
export const serveShop = (app: FastifyInstance, folder: string): void => {
  const page = path.join(folder, 'shop.html');
  for (const url of ['/shop', '/shop/*'])
    app.get(url, { config: { audience: 'public' }, schema: { hide: true } }, (_, reply) =>
      existsSync(page) ? sendPage(page, reply) : reply.send(refuse(reply, 'not_found')),
    );
};
