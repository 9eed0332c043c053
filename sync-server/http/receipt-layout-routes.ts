import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ReceiptLayout } from '#shared/domain/settings/receipt-layout.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { noteChange } from '../chain/change-log.ts';
import { changeReceiptLayout } from '../chain/save-store.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** What stands on the receipts of a store, as head office sets it. */
export const receiptLayoutRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.put(
      '/api/v1/dashboard/settings/:storeId/receipt',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ storeId: IdSchema }),
          body: ReceiptLayout,
          response: { 200: StoreSettings, ...errorReplies(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const { storeId } = request.params;
        const change = { kind: 'receipt_changed', subject: storeId } as const;
        await noteChange(db, userOf(request), change, now());
        const saved = await changeReceiptLayout(store, storeId, request.body);
        return saved.ok ? saved.value : refuse(reply, saved.problem.code, saved.problem.at);
      },
    );
  };
