import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { AccountsReply, Invitation, PasswordLinkReply } from '#shared/protocol/accounts.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { accountOf, inviteUser, listAccounts, removeAccount } from '../auth/accounts.ts';
import { makePasswordLink } from '../auth/password-links.ts';
import { noteChange } from '../chain/change-log.ts';
import { storesOf } from '../projections/references.ts';
import type { Tables } from '../tables.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse, refuseAs } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf } from './visible-stores.ts';

const config = { audience: 'administrator' } as const;
const OneAccount = Exact({ userId: IdSchema });

/** Why nobody can be invited so; null = they can. */
const refusalOf = async (
  db: Tables,
  { role, storeIds }: Invitation,
): Promise<ErrorReply | null> => {
  if ((role === 'store_manager') !== (storeIds !== null))
    return { code: 'contradicts_itself', at: '/storeIds' };
  const stores = new Set(idsOf(await storesOf(db)));
  const elsewhere = storeIds?.findIndex((id) => !stores.has(id)) ?? -1;
  return elsewhere < 0 ? null : { code: 'unknown_store', at: `/storeIds/${elsewhere}` };
};

/** Who may sign in to the dashboard: invited, helped to another password and taken back by an administrator. */
export const accountRoutes =
  ({ db, live, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/accounts',
      {
        config,
        schema: {
          tags: ['dashboard'],
          response: { 200: AccountsReply, ...errorReplies(401, 403) },
        },
      },
      async (request) => ({ accounts: await listAccounts(db, userOf(request).demo) }),
    );

    app.post(
      '/api/v1/dashboard/accounts',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: Invitation,
          response: { 200: PasswordLinkReply, ...errorReplies(400, 401, 403, 409, 422) },
        },
      },
      async (request, reply) => {
        const who = userOf(request);
        const refusal = await refusalOf(db, request.body);
        if (refusal) return refuseAs(reply, refusal);
        const change = { kind: 'account_invited', subject: request.body.name } as const;
        await noteChange(db, who, change, now());
        const userId = await inviteUser(db, request.body, who.demo);
        return userId === null
          ? refuse(reply, 'taken', '/email')
          : makePasswordLink(db, userId, now());
      },
    );

    app.post(
      '/api/v1/dashboard/accounts/:userId/password-link',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params: OneAccount,
          response: { 200: PasswordLinkReply, ...errorReplies(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const who = userOf(request);
        const account = await accountOf(db, request.params.userId, who.demo);
        if (!account) return refuse(reply, 'not_found', '/userId');
        const change = { kind: 'password_link_made', subject: account.name } as const;
        await noteChange(db, who, change, now());
        return makePasswordLink(db, account.userId, now());
      },
    );

    app.post(
      '/api/v1/dashboard/accounts/:userId/remove',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params: OneAccount,
          response: { 204: Type.Null(), ...errorReplies(401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const who = userOf(request);
        const account = await accountOf(db, request.params.userId, who.demo);
        if (!account) return refuse(reply, 'not_found', '/userId');
        const change = { kind: 'account_removed', subject: account.name } as const;
        await noteChange(db, who, change, now());
        if (!(await removeAccount(db, account.userId, who.demo)))
          return refuse(reply, 'action_not_offered', '/userId');
        live.drop(account.userId);
        return reply.status(204).send(null);
      },
    );
  };
