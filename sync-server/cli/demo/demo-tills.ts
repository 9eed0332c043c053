import { recordContact } from '#server/auth/tills.ts';
import type { Tables } from '#server/tables.ts';
import { minutesAfter } from './calendar.ts';
import { DEMO_STORES, type DemoStore } from './demo-stores.ts';

/** The tills of all stores, as counters without a device. */
export const addDemoTills = async (db: Tables): Promise<void> => {
  const tills = DEMO_STORES.flatMap(({ storeId, tillId, freeTillIds }) =>
    [tillId, ...freeTillIds].map((id) => ({
      id,
      store_id: storeId,
      generation: 0,
      last_contact_at: null,
      queued: 0,
      complete_at: null,
    })),
  );
  await db
    .insertInto('tills')
    .values(tills)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** A till pushed everything, or was cut off a while ago with something left to push. */
export const endContact = async (
  db: Tables,
  { tillId, silence }: DemoStore,
  now: string,
): Promise<void> => {
  const at = minutesAfter(now, -silence.minutes);
  await recordContact(db, tillId, 0, at);
  if (silence.queued > 0) await recordContact(db, tillId, silence.queued, at);
};
