import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A till's page calls this route before it is a till. */
    openToTillPages?: boolean;
  }
}

/** Where the desktop shell's own page comes from (rule T2). */
const DESKTOP_ORIGIN = 'app://till';

const isLoopbackName = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';

const isTillOrigin = (origin: string, configured: readonly string[], host: string): boolean => {
  if (origin === DESKTOP_ORIGIN || configured.includes(origin)) return true;
  if (!isLoopbackName(host) || !URL.canParse(origin)) return false;
  return isLoopbackName(new URL(origin).hostname);
};

/**
 * A till's page comes from its own machine, so every call of it is from another origin. Those that were configured
 * may call; on a server that listens on loopback alone, so may any page of this machine. Bearer tokens only: no
 * cookie is ever sent along.
 */
export const allowTillOrigins = (
  app: FastifyInstance,
  configured: readonly string[],
  host: string,
): void => {
  app.addHook('onRequest', async (request, reply) => {
    const { audience, openToTillPages } = request.routeOptions.config;
    // A till may learn that a route is not there: outside the demo it asks in vain.
    if (audience !== 'till' && openToTillPages !== true && !request.is404) return;
    const { origin } = request.headers;
    reply.header('vary', 'origin');
    if (origin === undefined || !isTillOrigin(origin, configured, host)) return;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': '7200',
    });
  });
};

/** A browser asks before it calls another origin; what it may do is in the headers. */
export const answerPreflights = (app: FastifyInstance): void => {
  app.options(
    '/api/v1/*',
    { config: { audience: 'public', openToTillPages: true }, schema: { hide: true } },
    (_, reply) => reply.status(204).send(),
  );
};
