import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PullReply, PullRequest } from '#shared/protocol/pull.ts';
import { tillOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { pullText, streamsOfTill } from './pull-text.ts';
import { sendLarge } from './send-large.ts';
import type { ServerParts } from './server-parts.ts';

/** State goes down to tills: pages when they ask, ticks when they had better ask. */
export const pullRoutes =
  ({ ingest, live, metrics, noteContact }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/pull',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          body: PullRequest,
          response: { 200: PullReply, ...errorReplies(400, 401, 403, 503) },
        },
      },
      async (request, reply) => {
        const till = tillOf(request);
        const { text, filled } = await pullText(ingest, till, request.body);
        metrics.pullPages.inc(filled);
        await noteContact(till, request.body.queued);
        return sendLarge(request, reply, text);
      },
    );

    app.get(
      '/api/v1/stream',
      {
        config: { audience: 'till' },
        schema: {
          tags: ['till'],
          description: 'Server-sent events: `{"streams": [...]}` says where something changed.',
          response: errorReplies(401, 403),
        },
      },
      (request, reply) => {
        const till = tillOf(request);
        const streams = new Set(streamsOfTill(till));
        live.open(reply, till.tillId, (stream) => streams.has(stream));
      },
    );
  };
