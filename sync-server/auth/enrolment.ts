import { sql } from 'kysely';
import type { DemoTill } from '#shared/protocol/demo.ts';
import type { EnrolmentCodeReply } from '#shared/protocol/dashboard.ts';
import type { EnrolRequest } from '#shared/protocol/enrol.ts';
import {
  createEnrolmentCode,
  createSecret,
  hashSecret,
  normalizeEnrolmentCode,
} from './secrets.ts';
import type { Tables } from '../tables.ts';

/** Minutes a code can be used; long enough to walk to the counter. */
const CODE_MINUTES = 15;

/** A device that has become a till. */
export type Enrolled = {
  readonly tillId: string;
  readonly storeId: string;
  readonly token: string;
};

/** A store's till by its number: `ALM1-01`. */
export const tillIdOf = (storeId: string, number: number): string =>
  `${storeId}-${String(number).padStart(2, '0')}`;

/** Ids of tills that no device has enrolled as yet, by store. */
const freeTillIds = async (db: Tables, storeId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('tills')
    .select('id')
    .where('store_id', '=', storeId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('till_keys').select('till_id').whereRef('till_id', '=', 'tills.id'))),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Adds the store's next till: `ALM1-03`. Two at once come to different numbers. */
const addTill = async (db: Tables, storeId: string): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const id = tillIdOf(storeId, number);
    const added = await db
      .insertInto('tills')
      .values({
        id,
        store_id: storeId,
        generation: 0,
        last_contact_at: null,
        queued: 0,
        complete_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added) return id;
  }
};

/** A free till that no code in force is for. */
const unpromisedTillId = async (
  db: Tables,
  storeId: string,
  now: string,
): Promise<string | undefined> => {
  const promised = await db
    .selectFrom('enrolment_codes')
    .select('till_id')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  const taken = new Set(promised.map((code) => code.till_id));
  return (await freeTillIds(db, storeId)).find((id) => !taken.has(id));
};

/** A short-lived code for a device to become this till, or the store's next one; null = no such till there. */
export const issueEnrolmentCode = async (
  db: Tables,
  storeId: string,
  tillId: string | null,
  now: string,
): Promise<EnrolmentCodeReply | null> => {
  const id = tillId ?? (await unpromisedTillId(db, storeId, now)) ?? (await addTill(db, storeId));
  const till = await db
    .selectFrom('tills')
    .select('id')
    .where('id', '=', id)
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  if (!till) return null;
  const code = createEnrolmentCode();
  const expiresAt = new Date(Date.parse(now) + CODE_MINUTES * 60_000).toISOString();
  await db
    .insertInto('enrolment_codes')
    .values({ code_hash: hashSecret(code), till_id: id, expires_at: expiresAt, used_at: null })
    .execute();
  return { code, tillId: id, storeId, expiresAt };
};

/** The device holding this public key is the till from now on; whoever was it before is revoked. */
const becomeTill = async (
  db: Tables,
  tillId: string,
  publicKey: string,
  now: string,
): Promise<Enrolled> => {
  const token = createSecret();
  await db
    .updateTable('till_keys')
    .set({ revoked_at: now })
    .where('till_id', '=', tillId)
    .where('revoked_at', 'is', null)
    .execute();
  await db
    .insertInto('till_keys')
    .values({
      token_hash: hashSecret(token),
      till_id: tillId,
      public_key: publicKey,
      enrolled_at: now,
      revoked_at: null,
    })
    .execute();
  // A till that is new has nothing to push; what one that was lost had to push nobody knows.
  const { store_id: storeId } = await db
    .updateTable('tills')
    .set(({ fn, val }) => ({
      last_contact_at: now,
      complete_at: fn.coalesce('complete_at', val(now)),
    }))
    .where('id', '=', tillId)
    .returning('store_id')
    .executeTakeFirstOrThrow();
  return { tillId, storeId, token };
};

/** Spends a code; null = unknown, used, too old, or for another till than `tillId`. */
export const enrolByCode = (
  db: Tables,
  { code: typed, publicKey, tillId }: EnrolRequest,
  now: string,
): Promise<Enrolled | null> =>
  db.transaction().execute(async (tx) => {
    const code = await tx
      .updateTable('enrolment_codes')
      .set({ used_at: now })
      .where('code_hash', '=', hashSecret(normalizeEnrolmentCode(typed)))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .$if(tillId !== undefined, (codes) => codes.where('till_id', '=', tillId ?? ''))
      .returning('till_id')
      .executeTakeFirst();
    return code ? becomeTill(tx, code.till_id, publicKey, now) : null;
  });

type NamedStore = { readonly storeId: string; readonly name: string };

/** The demo's tills that anybody may become, at least one per store. */
export const freeDemoTills = async (
  db: Tables,
  stores: readonly NamedStore[],
): Promise<DemoTill[]> => {
  const tills: DemoTill[] = [];
  for (const { storeId, name } of stores) {
    const free = await freeTillIds(db, storeId);
    const tillIds = free.length > 0 ? free : [await addTill(db, storeId)];
    tills.push(...tillIds.map((tillId) => ({ tillId, storeId, storeName: name })));
  }
  return tills;
};

/** Without a code, for the demo alone (rule T5); null = somebody is that till already. */
export const enrolFreeTill = (
  db: Tables,
  tillId: string,
  publicKey: string,
  now: string,
): Promise<Enrolled | null> =>
  db.transaction().execute(async (tx) => {
    // Of two browsers that want the same till, one waits here and then finds it taken.
    await tx.selectFrom('tills').select('id').where('id', '=', tillId).forUpdate().execute();
    const till = await tx
      .selectFrom('tills')
      .leftJoin('till_keys', 'till_keys.till_id', 'tills.id')
      .select('tills.id')
      .where('tills.id', '=', tillId)
      .where('till_keys.till_id', 'is', null)
      .executeTakeFirst();
    return till ? becomeTill(tx, tillId, publicKey, now) : null;
  });

/** Number of the till's next journal, larger than `above` (rule J1). */
export const nextGeneration = async (
  db: Tables,
  tillId: string,
  above: number,
): Promise<number> => {
  const { generation } = await db
    .updateTable('tills')
    .set({ generation: sql<number>`greatest(generation, ${above}::int4) + 1` })
    .where('id', '=', tillId)
    .returning('generation')
    .executeTakeFirstOrThrow();
  return generation;
};
