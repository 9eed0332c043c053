import '@fastify/cookie';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Me } from '#shared/protocol/dashboard.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import type { AuthenticatedChannel } from '../auth/channel-keys.ts';
import type { AuthenticatedTill } from '../auth/tills.ts';
import { refuse } from './refuse.ts';

/**
 * Who a route is for. `administrator` = a user who looks after the whole chain; `machine` = whoever asks from this very
 * machine, as a metrics collector does.
 */
export type Audience = 'till' | 'channel' | 'user' | 'administrator' | 'machine' | 'public';

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

/** Why a request may not go on; null = it may. */
type Verdict = Promise<ErrorCode | null>;

const admitTill = async (request: FastifyRequest, who: Authenticators): Verdict => {
  request.till = await who.till(bearerOf(request));
  if (request.till === null) return 'unauthenticated';
  const { openToRevoked } = request.routeOptions.config;
  return request.till.revoked && openToRevoked !== true ? 'till_revoked' : null;
};

const admitChannel = async (request: FastifyRequest, who: Authenticators): Verdict => {
  request.channel = await who.channel(bearerOf(request));
  return request.channel === null ? 'unauthenticated' : null;
};

const admitUser = async (request: FastifyRequest, who: Authenticators): Verdict => {
  if (isForeignOrigin(request)) return 'forbidden';
  request.user = await who.user(request.cookies[SESSION_COOKIE] ?? '');
  return request.user === null ? 'unauthenticated' : null;
};

const isAdministrator = ({ user }: FastifyRequest): boolean =>
  user?.role === 'head_office' && user.storeIds === null;

const admitAdministrator = async (request: FastifyRequest, who: Authenticators): Verdict =>
  (await admitUser(request, who)) ?? (isAdministrator(request) ? null : 'forbidden');

const admit = async (request: FastifyRequest, who: Authenticators): Verdict => {
  const audience: Audience | undefined = request.routeOptions.config.audience;
  switch (audience) {
    case 'till':
      return admitTill(request, who);
    case 'channel':
      return admitChannel(request, who);
    case 'user':
      return admitUser(request, who);
    case 'administrator':
      return admitAdministrator(request, who);
    case 'machine':
      return LOOPBACK.has(request.ip) ? null : 'forbidden';
    case 'public':
      return null;
    case undefined:
      return 'forbidden';
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
  app.addHook('onRequest', async (request, reply) => {
    const refused = request.is404 ? null : await admit(request, who);
    return refused === null ? undefined : reply.send(refuse(reply, refused));
  });
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
