import '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Me } from '#shared/protocol/dashboard.ts';
import type { AuthenticatedChannel } from '../auth/channel-keys.ts';
import type { AuthenticatedTill } from '../auth/tills.ts';
import { refuse } from './refuse.ts';

/** Who a route is for. `machine` = whoever asks from this very machine, as a metrics collector does. */
export type Audience = 'till' | 'channel' | 'user' | 'machine' | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route declares it; one that does not stops the server from starting. */
    audience?: Audience;
    /** A till that was revoked may still use this route (rule P5). */
    openToRevoked?: boolean;
  }
  interface FastifyRequest {
    till: AuthenticatedTill | null;
    channel: AuthenticatedChannel | null;
    user: Me | null;
  }
}

/** Finds who a secret belongs to. */
export type Authenticators = {
  readonly till: (token: string) => Promise<AuthenticatedTill | null>;
  readonly channel: (key: string) => Promise<AuthenticatedChannel | null>;
  readonly user: (session: string) => Promise<Me | null>;
};

export const SESSION_COOKIE = 'omnitill_session';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

const bearerOf = (request: FastifyRequest): string =>
  /^Bearer (\S{1,400})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** A page of another origin may not act with this browser's session. */
const isForeignOrigin = ({ headers: { origin, host } }: FastifyRequest): boolean =>
  origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);

const admitTill = async (request: FastifyRequest, reply: FastifyReply, who: Authenticators) => {
  request.till = await who.till(bearerOf(request));
  if (request.till === null) return refuse(reply, 'unauthenticated');
  const { openToRevoked } = request.routeOptions.config;
  return request.till.revoked && openToRevoked !== true ? refuse(reply, 'till_revoked') : undefined;
};

const admitChannel = async (request: FastifyRequest, reply: FastifyReply, who: Authenticators) => {
  request.channel = await who.channel(bearerOf(request));
  return request.channel === null ? refuse(reply, 'unauthenticated') : undefined;
};

const admitUser = async (request: FastifyRequest, reply: FastifyReply, who: Authenticators) => {
  if (isForeignOrigin(request)) return refuse(reply, 'forbidden');
  request.user = await who.user(request.cookies[SESSION_COOKIE] ?? '');
  return request.user === null ? refuse(reply, 'unauthenticated') : undefined;
};

const admit = async (request: FastifyRequest, reply: FastifyReply, who: Authenticators) => {
  switch (request.routeOptions.config.audience) {
    case 'till':
      return admitTill(request, reply, who);
    case 'channel':
      return admitChannel(request, reply, who);
    case 'user':
      return admitUser(request, reply, who);
    case 'machine':
      return LOOPBACK.has(request.ip) ? undefined : refuse(reply, 'forbidden');
    case 'public':
      return undefined;
    case undefined:
      return refuse(reply, 'forbidden');
  }
};

/** Deny by default: no route runs before its audience is known and present. */
export const guardRoutes = (app: FastifyInstance, who: Authenticators): void => {
  const undeclared = new Set<RouteOptions>();
  app.decorateRequest('till', null);
  app.decorateRequest('channel', null);
  app.decorateRequest('user', null);
  app.addHook('onRoute', (route) => {
    undeclared.add(route);
  });
  app.addHook('onReady', async () => {
    for (const { config, method, url } of undeclared)
      if (config?.audience === undefined)
        throw new Error(`no audience declared: ${String(method)} ${url}`);
  });
  app.addHook('onRequest', async (request, reply) =>
    request.is404 ? undefined : admit(request, reply, who),
  );
};

/** Routes that a library adds to `scope` are for anybody. */
export const declarePublic = (scope: FastifyInstance): void => {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, audience: 'public' };
  });
};

const present = <Who>(who: Who | null): Who => {
  if (who === null) throw new Error('the route declares another audience');
  return who;
};

export const tillOf = (request: FastifyRequest): AuthenticatedTill => present(request.till);
export const channelOf = (request: FastifyRequest): AuthenticatedChannel =>
  present(request.channel);
export const userOf = (request: FastifyRequest): Me => present(request.user);
