import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { TrainingReply } from '#shared/protocol/training.ts';
import { readTraining } from '../projections/training.ts';
import { errorReplies } from './error-replies.ts';
import type { ServerParts } from './server-parts.ts';

/** How far everybody has come in training. */
export const trainingRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/training',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          response: { 200: TrainingReply, ...errorReplies(401, 403) },
        },
      },
      async () => ({ done: await readTraining(db) }),
    );
  };
