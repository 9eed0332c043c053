import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DemoEnrolReply, DemoEnrolRequest } from '#shared/protocol/demo.ts';
import { enrolFreeTill, freeDemoTills, tillIdOf } from '../auth/enrolment.ts';
import { openJournal } from '../auth/open-journal.ts';
import { keepTrust } from '../auth/till-certificates.ts';
import { storesOf } from '../projections/references.ts';
import { errorReplies } from './error-replies.ts';
import type { ServerParts } from './server-parts.ts';

/** The demo's tills are there for the taking (rule T5). Registered in the demo alone. */
export const demoRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/demo/enrol',
      {
        config: { audience: 'public', openToTillPages: true },
        schema: {
          tags: ['demo'],
          body: DemoEnrolRequest,
          response: { 200: DemoEnrolReply, ...errorReplies(400) },
        },
      },
      async (request) => {
        const { tillId, publicKey } = request.body;
        const stores = await storesOf(db);
        const wanted = tillId ?? tillIdOf(stores[0]?.storeId ?? '', 1);
        const enrolled = await enrolFreeTill(db, wanted, publicKey, now());
        if (!enrolled) return { enrolled: null, free: await freeDemoTills(db, stores) };
        const journalId = await openJournal(db, store, enrolled, null);
        await keepTrust({ db, store }, now());
        return { enrolled: { ...enrolled, journalId }, free: [] };
      },
    );
  };
