import { addChannel, type AuthenticatedChannel } from '#server/auth/channel-keys.ts';
import { createSecret } from '#server/auth/secrets.ts';
import { DEMO_CHANNEL_KEY } from '#server/channels/demo-channel-key.ts';
import type { Tables } from '#server/tables.ts';
import type { OnlineChannel } from './order-plans.ts';

const KINDS: readonly OnlineChannel[] = ['web', 'app', 'phone', 'social', 'marketplace'];

export const demoChannel = (channel: OnlineChannel): AuthenticatedChannel => ({
  channelId: `demo-${channel}`,
  channel,
});

/** Only the web has a key that is known; the other channels are there for their past. */
export const addDemoChannels = async (db: Tables, now: string): Promise<void> => {
  for (const kind of KINDS) {
    const key = kind === 'web' ? DEMO_CHANNEL_KEY : createSecret();
    await addChannel(db, { ...demoChannel(kind), name: kind }, key, { demo: true, now });
  }
};
