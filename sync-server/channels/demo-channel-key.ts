import type { Tables } from '../tables.ts';
import { hashSecret } from '../auth/secrets.ts';

/** The key with which anybody may place web orders in the demo; refused by every server that is none. */
export const DEMO_CHANNEL_KEY = 'demo-web-key';

/** Where the demo's online shop is told what it must give back. */
export const DEMO_CALLBACK = '/api/v1/shop/refunds-due';

/** The demo's shop lives in the server itself, wherever that listens. `address` = its origin. */
export const callDemoShopAt = async (db: Tables, address: string): Promise<void> => {
  await db
    .updateTable('channels')
    .set({ callback_url: `${address}${DEMO_CALLBACK}` })
    .where('key_hash', '=', hashSecret(DEMO_CHANNEL_KEY))
    .execute();
};
