import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  EnrolReply,
  EnrolRequest,
  NewJournalReply,
  NewJournalRequest,
} from '#shared/protocol/enrol.ts';
import { enrolByCode } from '../auth/enrolment.ts';
import { openJournal } from '../auth/open-journal.ts';
import { keepTrust } from '../auth/till-certificates.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Tries a minute from one address; a code has 59 random bits. */
const ENROL_RATE = { max: 120, timeWindow: '1 minute' };

/** How a device becomes a till, and how a till goes on when its journal cannot. */
export const enrolmentRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/enrol',
      {
        config: { audience: 'public', openToTillPages: true, rateLimit: ENROL_RATE },
        schema: {
          tags: ['till'],
          body: EnrolRequest,
          response: { 200: EnrolReply, ...errorReplies(400, 403, 429) },
        },
      },
      async (request, reply) => {
        const enrolled = await enrolByCode(db, request.body, now());
        if (!enrolled) return refuse(reply, 'enrolment_code_invalid', '/code');
        const journalId = await openJournal(db, store, enrolled, null);
        await keepTrust({ db, store }, now());
        return { ...enrolled, journalId };
      },
    );

    app.post(
      '/api/v1/journals',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: NewJournalRequest,
          response: { 200: NewJournalReply, ...errorReplies(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const till = tillOf(request);
        const { previous } = request.body;
        if (previous && !previous.journalId.startsWith(`${till.tillId}_`))
          return refuse(reply, 'journal_unknown', '/previous/journalId');
        return { journalId: await openJournal(db, store, till, previous) };
      },
    );
  };
