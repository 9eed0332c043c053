import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import {
  ChangesReply,
  NewStore,
  SettingsReply,
  StoreDraft,
} from '#shared/protocol/administration.ts';
import { noteChange, readChanges } from '../chain/change-log.ts';
import { changeStore, createStore } from '../chain/save-store.ts';
import { storesOf } from '../projections/references.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Changes shown of who did what. */
const LATEST = 200;

/** The chain's stores as head office opens and changes them, and who changed what. */
export const settingsRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/settings',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          response: { 200: SettingsReply, ...errorReplies(401, 403) },
        },
      },
      async () => ({ stores: await storesOf(db) }),
    );

    app.post(
      '/api/v1/dashboard/settings',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          body: NewStore,
          response: { 201: StoreSettings, ...errorReplies(400, 401, 403, 409, 422) },
        },
      },
      async (request, reply) => {
        const { storeId: subject } = request.body;
        await noteChange(db, userOf(request), { kind: 'store_created', subject }, now());
        const saved = await createStore({ db, store }, request.body);
        if (!saved.ok) return refuse(reply, saved.problem.code, saved.problem.at);
        reply.status(201);
        return saved.value;
      },
    );

    app.put(
      '/api/v1/dashboard/settings/:storeId',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ storeId: IdSchema }),
          body: StoreDraft,
          response: { 200: StoreSettings, ...errorReplies(400, 401, 403, 404, 422) },
        },
      },
      async (request, reply) => {
        const { storeId } = request.params;
        const change = { kind: 'store_changed', subject: storeId } as const;
        await noteChange(db, userOf(request), change, now());
        const saved = await changeStore({ db, store }, storeId, request.body);
        return saved.ok ? saved.value : refuse(reply, saved.problem.code, saved.problem.at);
      },
    );

    app.get(
      '/api/v1/dashboard/changes',
      {
        config: { audience: 'administrator' },
        schema: { tags: ['dashboard'], response: { 200: ChangesReply, ...errorReplies(401, 403) } },
      },
      async () => ({ changes: await readChanges(db, LATEST) }),
    );
  };
