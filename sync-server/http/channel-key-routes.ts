import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { ChannelsReply, NewChannel, NewChannelReply } from '#shared/protocol/administration.ts';
import { addChannel, listChannels, revokeChannel } from '../auth/channel-keys.ts';
import { createSecret } from '../auth/secrets.ts';
import { noteChange } from '../chain/change-log.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Keys with which online channels place orders. */
export const channelKeyRoutes =
  ({ db, demo, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/channels',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          response: { 200: ChannelsReply, ...errorReplies(401, 403) },
        },
      },
      async () => ({ channels: await listChannels(db, demo) }),
    );

    app.post(
      '/api/v1/dashboard/channels',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          body: NewChannel,
          response: { 201: NewChannelReply, ...errorReplies(400, 401, 403) },
        },
      },
      async (request, reply) => {
        const { name } = request.body;
        await noteChange(db, userOf(request), { kind: 'channel_created', subject: name }, now());
        const channelId = randomUUID();
        const key = createSecret();
        await addChannel(db, { channelId, ...request.body }, key, { demo, now: now() });
        reply.status(201);
        return { channelId, key };
      },
    );

    app.post(
      '/api/v1/dashboard/channels/:channelId/revoke',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          params: Exact({ channelId: IdSchema }),
          response: { 204: Type.Null(), ...errorReplies(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const { channelId } = request.params;
        const known = (await listChannels(db, demo)).find((one) => one.channelId === channelId);
        if (!known) return refuse(reply, 'not_found', '/channelId');
        const change = { kind: 'channel_revoked', subject: known.name } as const;
        await noteChange(db, userOf(request), change, now());
        await revokeChannel(db, channelId, now());
        return reply.status(204).send(null);
      },
    );
  };
