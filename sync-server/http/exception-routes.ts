import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Exception } from '#shared/domain/exception/schema.ts';
import { Exact } from '#shared/kernel/schema.ts';
import type { Me } from '#shared/protocol/dashboard.ts';
import {
  ExceptionDetail,
  ExceptionsQuery,
  ExceptionsReply,
  ResolveRequest,
} from '#shared/protocol/exceptions.ts';
import { noteChange } from '../chain/change-log.ts';
import { storesOfException } from '../ingest/reconcile-exceptions.ts';
import { resolveException } from '../ingest/resolve-exception.ts';
import { readExceptionDetail } from '../projections/exception-detail.ts';
import { listExceptions } from '../projections/exceptions.ts';
import { readDocuments } from '../projections/read-documents.ts';
import type { Tables } from '../tables.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const PAGE = 50;

const ONE = '/api/v1/dashboard/exceptions/:id';
const ExceptionParams = Exact({ id: Exception.properties.id });

/** Whether this person answers for it: head office for everything, a manager for what managers settle. */
const mayResolve = ({ role }: Me, { owner }: Exception): boolean =>
  role === 'head_office' || owner === 'store_manager';

/** The exception, if a store that this person sees has to do with it. */
const visibleTo = async (db: Tables, who: Me, id: string): Promise<Exception | null> => {
  const found = (await readDocuments(db, 'exceptions', [id])).get(id);
  const stores = new Set(idsOf((await visibleStores(db, who)) ?? []));
  return found && storesOfException(found).some((storeId) => stores.has(storeId)) ? found : null;
};

/** Facts that contradict each other, for a person to decide. */
export const exceptionRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/exceptions',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: ExceptionsQuery,
          response: { 200: ExceptionsReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, state = null, cursor } = request.query;
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        if (cursor !== undefined && !/^[0-9]{1,15}$/.test(cursor))
          return refuse(reply, 'malformed', '/cursor');
        const before = cursor === undefined ? null : Number(cursor);
        return listExceptions(db, { storeIds: idsOf(stores), state, before, limit: PAGE });
      },
    );

    app.get(
      ONE,
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          params: ExceptionParams,
          response: { 200: ExceptionDetail, ...errorReplies(400, 401, 404) },
        },
      },
      async (request, reply) => {
        const found = await visibleTo(db, userOf(request), request.params.id);
        return found ? readExceptionDetail(db, found) : refuse(reply, 'not_found', '/id');
      },
    );
  };

/** What a person decides about one. */
export const resolveRoute =
  ({ db, ingest, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      `${ONE}/resolve`,
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          params: ExceptionParams,
          body: ResolveRequest,
          response: { 200: Exception, ...errorReplies(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const who = userOf(request);
        const found = await visibleTo(db, who, request.params.id);
        if (!found) return refuse(reply, 'not_found', '/id');
        if (!mayResolve(who, found)) return refuse(reply, 'forbidden');
        const { action, note } = request.body;
        const resolved = await resolveException(ingest, found.id, { action, by: who.name, note });
        if (!resolved.ok) return refuse(reply, resolved.problem.type, '/action');
        // Of two at once one has: only that one is noted, and the exception itself says who it was.
        const subject = `${found.id} · ${action}`;
        await noteChange(db, who, { kind: 'exception_resolved', subject }, now());
        return resolved.value;
      },
    );
  };
