import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { HashSchema, JournalIdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { QuarantineQuery, QuarantineReply } from '#shared/protocol/dashboard.ts';
import { listQuarantine, readQuarantined } from '../projections/quarantine.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

const PAGE = 20;

const OperationParams = Exact({
  journalId: JournalIdSchema,
  seq: Type.String({ pattern: '^[1-9][0-9]{0,9}$' }),
  hash: HashSchema,
});

/** Operations that could not be applied, whole. */
export const quarantineRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/quarantine',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          querystring: QuarantineQuery,
          response: { 200: QuarantineReply, ...errorReplies(400, 401, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, cursor = null } = request.query;
        const stores = await visibleStores(db, userOf(request), storeId);
        if (!stores) return refuse(reply, 'unknown_store', '/storeId');
        return listQuarantine(db, idsOf(stores), cursor, PAGE);
      },
    );

    app.get(
      '/api/v1/dashboard/quarantine/:journalId/:seq/:hash',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          description: 'The operation as it was received, to the letter.',
          produces: ['text/plain'],
          params: OperationParams,
          response: { 200: Type.String(), ...errorReplies(400, 401, 404) },
        },
      },
      async (request, reply) => {
        const { journalId, seq, hash } = request.params;
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        const place = { journalId, seq: Number(seq), hash };
        const text = await readQuarantined(db, idsOf(stores), place);
        if (text === null) return refuse(reply, 'not_found');
        reply.type('text/plain; charset=utf-8');
        return text;
      },
    );
  };
