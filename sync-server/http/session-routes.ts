import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { PasswordRequest } from '#shared/protocol/accounts.ts';
import { Me, SetupRequest, SignInRequest } from '#shared/protocol/dashboard.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import {
  addUser,
  endSession,
  SESSION_HOURS,
  signIn,
  userBySession,
} from '../auth/dashboard-users.ts';
import { ownerOfLink, setPasswordByLink } from '../auth/password-links.ts';
import { noteChange } from '../chain/change-log.ts';
import { SESSION_COOKIE, userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Tries a minute from one address; an account rests after five wrong passwords anyway. */
const SIGN_IN_RATE = { max: 30, timeWindow: '1 minute' };

const setCookie = (reply: FastifyReply, token: string, seconds: number): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: 'auto',
    path: '/',
    maxAge: seconds,
  });

const enter = async (
  { db, demo, now }: ServerParts,
  reply: FastifyReply,
  { email, password }: SignInRequest,
): Promise<Me | ErrorReply> => {
  const outcome = await signIn(db, email, password, { demo, now: now() });
  switch (outcome.type) {
    case 'signed_in': {
      setCookie(reply, outcome.token, SESSION_HOURS * 3600);
      const me = await userBySession(db, outcome.token, { demo, now: now() });
      return me ?? refuse(reply, 'unauthenticated');
    }
    case 'wrong':
      return refuse(reply, 'unauthenticated');
    case 'locked':
      return refuse(reply, 'too_many_requests');
  }
};

/** How a person gets into the dashboard. */
export const signInRoutes =
  (parts: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/dashboard/sign-in',
      {
        config: { audience: 'public', rateLimit: SIGN_IN_RATE },
        schema: {
          tags: ['dashboard'],
          body: SignInRequest,
          response: { 200: Me, ...errorReplies(400, 401, 429) },
        },
      },
      (request, reply) => enter(parts, reply, request.body),
    );

    app.post(
      '/api/v1/dashboard/setup',
      {
        config: { audience: 'public', rateLimit: SIGN_IN_RATE },
        schema: {
          tags: ['dashboard'],
          body: SetupRequest,
          response: { 200: Me, ...errorReplies(400, 403, 429) },
        },
      },
      async (request, reply) => {
        const { token, ...person } = request.body;
        if (!(await parts.setup.spend(token))) return refuse(reply, 'forbidden', '/token');
        await addUser(parts.db, { ...person, role: 'head_office', storeIds: null, demo: false });
        return enter(parts, reply, person);
      },
    );

    app.post(
      '/api/v1/dashboard/password',
      {
        config: { audience: 'public', rateLimit: SIGN_IN_RATE },
        schema: {
          tags: ['dashboard'],
          body: PasswordRequest,
          response: { 200: Me, ...errorReplies(400, 403, 429) },
        },
      },
      async (request, reply) => {
        const { db, demo, live, now } = parts;
        const { token, password } = request.body;
        const owner = await ownerOfLink(db, token, { demo, now: now() });
        if (!owner) return refuse(reply, 'forbidden', '/token');
        await noteChange(db, owner, { kind: 'password_set', subject: owner.name }, now());
        if (!(await setPasswordByLink(db, token, password)))
          return refuse(reply, 'forbidden', '/token');
        live.drop(owner.userId);
        return enter(parts, reply, { email: owner.email, password });
      },
    );
  };

/** Who is signed in, and how they leave. */
export const sessionRoutes =
  ({ db, live }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/me',
      {
        config: { audience: 'user' },
        schema: { tags: ['dashboard'], response: { 200: Me, ...errorReplies(401) } },
      },
      async (request) => userOf(request),
    );

    app.post(
      '/api/v1/dashboard/sign-out',
      {
        config: { audience: 'user' },
        schema: { tags: ['dashboard'], response: { 204: Type.Null(), ...errorReplies(401) } },
      },
      async (request, reply) => {
        await endSession(db, request.cookies[SESSION_COOKIE] ?? '');
        live.drop(userOf(request).userId);
        return setCookie(reply, '', 0).status(204).send(null);
      },
    );
  };
