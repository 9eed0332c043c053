import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { declarePublic } from './audience.ts';
import { refuse } from './refuse.ts';
import { pagePolicy } from './security-headers.ts';

/** Stands in the built page wherever a nonce belongs (Vite's `html.cspNonce`). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const YEAR = 365 * 24 * 3600;

/** Sends a built page with a fresh nonce. */
export const sendPage = async (file: string, reply: FastifyReply): Promise<FastifyReply> => {
  const html = await readFile(file, 'utf8');
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_PLACEHOLDER, nonce));
};

const isPageRequest = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !url.startsWith('/api/') &&
  (headers.accept ?? '').includes('text/html');

/**
 * The dashboard at `/`, from the folder it was built into: its page for every path that is no file, so that a
 * reload anywhere works. Files under `assets/` carry a hash of their content in their names and never change.
 */
export const serveDashboard = (app: FastifyInstance, folder: string): void => {
  const page = path.join(folder, 'index.html');
  app.setNotFoundHandler((request, reply) =>
    isPageRequest(request) && existsSync(page)
      ? sendPage(page, reply)
      : reply.send(refuse(reply, 'not_found')),
  );
  if (!existsSync(folder)) return;
  app.get('/', { config: { audience: 'public' }, schema: { hide: true } }, (_, reply) =>
    sendPage(page, reply),
  );
  app.register(async (scope) => {
    declarePublic(scope);
    await scope.register(fastifyStatic, {
      root: folder,
      index: false,
      // Pages need their nonce.
      allowedPath: (file) => !file.endsWith('.html'),
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hashed = file.startsWith(path.join(folder, 'assets') + path.sep);
        reply.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      },
    });
  });
};
