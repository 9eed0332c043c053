import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';
import { errorReplies } from './error-replies.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refuse.ts';

export type HealthParts = {
  readonly metrics: Metrics;
  /** Rejects when the database gives no answer. */
  readonly askDatabase: () => Promise<unknown>;
};

const Healthy = Exact({ ok: Type.Literal(true) });

/** Whether the process lives, whether it can do its work, and its figures for a collector. */
export const healthRoutes =
  ({ metrics, askDatabase }: HealthParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/healthz',
      { config: { audience: 'public' }, schema: { tags: ['health'], response: { 200: Healthy } } },
      async () => ({ ok: true as const }),
    );
    app.get(
      '/readyz',
      {
        config: { audience: 'public' },
        schema: { tags: ['health'], response: { 200: Healthy, ...errorReplies(503) } },
      },
      async (request, reply) => {
        try {
          await askDatabase();
          return { ok: true as const };
        } catch (error) {
          request.log.warn({ err: error }, 'the database gives no answer');
          return refuse(reply, 'unavailable');
        }
      },
    );
    app.get(
      '/metrics',
      { config: { audience: 'machine' }, schema: { hide: true } },
      async (_, reply) => {
        reply.type(metrics.registry.contentType);
        return metrics.registry.metrics();
      },
    );
  };
