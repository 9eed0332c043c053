import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PushReply, PushRequest } from '#shared/protocol/push.ts';
import { ingestBatch } from '../ingest/ingest-batch.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Bytes of a batch: one giant operation, however it was written, still gets through (rule P1). */
const BODY_LIMIT = 64 * 1024 * 1024;

/** A till's operations come up. What is wrong with one of them is never told by a refusal: it is quarantined. */
export const pushRoute =
  ({ ingest, metrics, noteContact }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/push',
      {
        bodyLimit: BODY_LIMIT,
        config: { audience: 'till', openToRevoked: true },
        schema: {
          tags: ['till'],
          body: PushRequest,
          response: { 200: PushReply, ...errorReplies(400, 401, 403, 404, 413, 503) },
        },
      },
      async (request, reply) => {
        const till = tillOf(request);
        const stop = metrics.ingestSeconds.startTimer();
        const taken = await ingestBatch(ingest, till, request.body);
        stop();
        if (!taken.ok) return refuse(reply, taken.problem.type, '/journalId');
        metrics.operations.inc(request.body.operations.length);
        if (!till.revoked) await noteContact(till, null);
        return taken.value;
      },
    );
  };
