import { hasUsers } from '#server/auth/dashboard-users.ts';
import { staffOf } from '#server/projections/references.ts';
import type { Store } from '#server/store/store.ts';
import type { Tables } from '#server/tables.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { type DemoParts, isSeeded } from './seed-demo.ts';

/** Whoever is a till, or has a code to become one, is so from the demo: anybody could. */
const revokeTills = async (db: Tables, now: string): Promise<void> => {
  await db
    .updateTable('till_keys')
    .set({ revoked_at: now })
    .where('revoked_at', 'is', null)
    .execute();
  await db.deleteFrom('enrolment_codes').where('used_at', 'is', null).execute();
};

/** Staff whose PINs everybody knows leave every store. */
const dismissStaff = async (db: Tables, store: Store): Promise<void> => {
  const staff = await staffOf(db);
  await store.transaction((tx) =>
    tx.putDocuments(
      'references',
      staff.map((value) => ({
        id: referenceId('staff', value.id),
        document: { type: 'staff', value } as const,
        streams: [],
      })),
    ),
  );
};

/**
 * Shuts the demo's tills and staff out of a server that is no demo; its sign-ins and channel keys are refused as they
 * come. True = this is the demo's data and nobody's yet: once a real person has an account here, what there is may be
 * theirs and stays.
 */
export const retireDemo = async ({ db, ingest }: DemoParts): Promise<boolean> => {
  if (!(await isSeeded(db)) || (await hasUsers(db))) return false;
  await revokeTills(db, ingest.now());
  await dismissStaff(db, ingest.store);
  return true;
};
