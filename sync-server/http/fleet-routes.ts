import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import {
  EnrolmentCodeReply,
  EnrolmentCodeRequest,
  TillsReply,
} from '#shared/protocol/dashboard.ts';
import { issueEnrolmentCode } from '../auth/enrolment.ts';
import { keepTrust } from '../auth/till-certificates.ts';
import { revokeTill, tillStatuses } from '../auth/tills.ts';
import { noteChange } from '../chain/change-log.ts';
import { fiscalStates } from '../projections/fiscal-books.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';
import { tillsTick } from './till-contacts.ts';
import { idsOf, visibleStores } from './visible-stores.ts';

/** The tills of a person's stores: how they are, how new devices join, and how lost ones are shut out. */
export const fleetRoutes =
  ({ db, store, live, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/tills',
      {
        config: { audience: 'user' },
        schema: { tags: ['dashboard'], response: { 200: TillsReply, ...errorReplies(401) } },
      },
      async (request) => {
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        return {
          tills: await tillStatuses(db, idsOf(stores)),
          fiscal: await fiscalStates(db, stores, now()),
        };
      },
    );

    app.post(
      '/api/v1/dashboard/enrolment-codes',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          body: EnrolmentCodeRequest,
          response: { 200: EnrolmentCodeReply, ...errorReplies(400, 401, 404, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, tillId } = request.body;
        if (!(await visibleStores(db, userOf(request), storeId)))
          return refuse(reply, 'unknown_store', '/storeId');
        const change = { kind: 'till_code_made', subject: tillId ?? storeId } as const;
        await noteChange(db, userOf(request), change, now());
        const code = await issueEnrolmentCode(db, storeId, tillId, now());
        return code ?? refuse(reply, 'not_found', '/tillId');
      },
    );

    app.post(
      '/api/v1/dashboard/tills/:tillId/revoke',
      {
        config: { audience: 'user' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ tillId: IdSchema }),
          response: { 204: Type.Null(), ...errorReplies(401, 404) },
        },
      },
      async (request, reply) => {
        const { tillId } = request.params;
        const stores = (await visibleStores(db, userOf(request))) ?? [];
        const till = (await tillStatuses(db, idsOf(stores))).find((one) => one.tillId === tillId);
        if (!till) return refuse(reply, 'not_found', '/tillId');
        await noteChange(db, userOf(request), { kind: 'till_revoked', subject: tillId }, now());
        await revokeTill(db, tillId, now());
        await keepTrust({ db, store }, now());
        live.drop(tillId);
        live.publish([tillsTick(till.storeId)]);
        return reply.status(204).send(null);
      },
    );
  };
