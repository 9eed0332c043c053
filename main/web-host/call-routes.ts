import { randomBytes, timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ShellProblem } from '#shared/ipc/envelope.ts';
import { PAGE_HEADER } from '#shared/ipc/page-header.ts';
import { fail } from '#shared/kernel/result.ts';
import type { Answerer } from '../calls/create-answerer.ts';
import type { HeldTills } from '../calls/held-tills.ts';
import { isOwnPage } from './own-page.ts';

/** Cookies know no port: two tills of one machine in one browser would take each other's. */
const cookieOf = ({ socket }: FastifyRequest): string => `omnitill-host-${socket.localPort}`;
/** Bytes; a long receipt as a picture fits. */
const BODY_LIMIT = 8 * 1024 * 1024;

const isOwn = ({ headers: { host, origin }, socket }: FastifyRequest): boolean =>
  isOwnPage({
    remoteAddress: socket.remoteAddress,
    localPort: socket.localPort ?? 0,
    host,
    origin,
  });

const isSame = (given: string | undefined, secret: string): boolean => {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** One that does not say is no other than any that does not. */
const pageOf = ({ headers }: FastifyRequest): string => String(headers[PAGE_HEADER] ?? '');

const REFUSED: string = JSON.stringify(fail<ShellProblem>({ type: 'call_refused' }));

/**
 * The shell's calls for a till in the browser: `POST /host/calls/NAME` with the question as JSON. The page gets the cookie
 * from `POST /host/session` first; it lives as long as this host, so a page that is refused asks for it again.
 */
export const callRoutes =
  (answer: Answerer, heldTills: HeldTills) =>
  async (app: FastifyInstance): Promise<void> => {
    const secret = randomBytes(32).toString('base64url');
    await app.register(cookie);
    // The text is checked by the registry, once for every way it may come.
    app.removeContentTypeParser(['application/json', 'text/plain']);
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (!isOwn(request)) await reply.code(403).type('application/json').send(REFUSED);
    });

    app.post('/host/session', async (request, reply) =>
      reply
        .setCookie(cookieOf(request), secret, { path: '/host', httpOnly: true, sameSite: 'strict' })
        .code(204)
        .send(),
    );

    app.post<{ Params: { name: string } }>(
      '/host/calls/:name',
      { bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        reply.type('application/json');
        if (!isSame(request.cookies[cookieOf(request)], secret))
          return reply.code(403).send(REFUSED);
        const text = typeof request.body === 'string' ? request.body : '';
        return reply.send(await answer(request.params.name, text, pageOf(request)));
      },
    );

    // Has no end while the page lives: a browser that is killed lets go of its till too. No other page gets it meanwhile.
    app.post<{ Params: { tillId: string } }>('/host/hold/:tillId', async (request, reply) => {
      if (!isSame(request.cookies[cookieOf(request)], secret))
        return reply.code(403).type('application/json').send(REFUSED);
      const release = heldTills.hold(request.params.tillId, pageOf(request));
      if (release === null) return reply.code(409).type('application/json').send(REFUSED);
      request.raw.socket.once('close', release);
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders();
    });
  };
