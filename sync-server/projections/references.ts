import { sql } from 'kysely';
import type { Category } from '#shared/domain/catalog/schema.ts';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { PolicySetting } from '#shared/domain/settings/policy.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { RevokedTill, SigningKey } from '#shared/tokens/schema.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

/** Every reference of a type that is to be seen anywhere; of these streams, null = of any. */
const ofType = async (
  db: Tables,
  type: Reference['type'],
  streams: readonly string[] | null,
): Promise<Reference[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from documents
    where collection = 'references' and id like ${`${referenceId(type, '')}%`}
      and streams <> '{}'
      and (${streams === null} or streams && ${[...(streams ?? [])]}::text[])
    order by id`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as Reference);
};

/** The chain's stores by id. */
export const storesOf = async (db: Tables): Promise<StoreSettings[]> =>
  (await ofType(db, 'settings', null)).flatMap((reference) =>
    reference.type === 'settings' ? [reference.value] : [],
  );

export const storeSettingsOf = async (
  db: Tables,
  storeId: string,
): Promise<StoreSettings | null> => {
  const id = referenceId('settings', storeId);
  const reference = (await readDocuments(db, 'references', [id])).get(id);
  return reference?.type === 'settings' ? reference.value : null;
};

/** The promotions that a till of this store knows. */
export const promotionsIn = async (db: Tables, storeId: string): Promise<Promotion[]> =>
  (
    await ofType(db, 'promotion', [streamName('references'), streamName('references', storeId)])
  ).flatMap((reference) => (reference.type === 'promotion' ? [reference.value] : []));

/** The price lists that a till of this store knows. */
export const priceListsIn = async (db: Tables, storeId: string): Promise<PriceList[]> =>
  (
    await ofType(db, 'priceList', [streamName('references'), streamName('references', storeId)])
  ).flatMap((reference) => (reference.type === 'priceList' ? [reference.value] : []));

/** Every price list of the chain, by id. */
export const priceListsOf = async (db: Tables): Promise<PriceList[]> =>
  (await ofType(db, 'priceList', null)).flatMap((reference) =>
    reference.type === 'priceList' ? [reference.value] : [],
  );

/** The chain's keys by which its codes and receipts are verified. */
export const signingKeysOf = async (db: Tables): Promise<SigningKey[]> =>
  (await ofType(db, 'signingKey', null)).flatMap((reference) =>
    reference.type === 'signingKey' ? [reference.value] : [],
  );

/** Keys of tills that were withdrawn. */
export const revokedTillsOf = async (db: Tables): Promise<RevokedTill[]> =>
  (await ofType(db, 'revokedTill', null)).flatMap((reference) =>
    reference.type === 'revokedTill' ? [reference.value] : [],
  );

/** The chain's categories. */
export const categoriesOf = async (db: Tables): Promise<Category[]> =>
  (await ofType(db, 'category', null)).flatMap((reference) =>
    reference.type === 'category' ? [reference.value] : [],
  );

/** Every group of customers, by name. */
export const customerGroupsOf = async (db: Tables): Promise<CustomerGroup[]> =>
  (await ofType(db, 'customerGroup', null))
    .flatMap((reference) => (reference.type === 'customerGroup' ? [reference.value] : []))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** Every promotion of the chain, by id. */
export const promotionsOf = async (db: Tables): Promise<Promotion[]> =>
  (await ofType(db, 'promotion', null)).flatMap((reference) =>
    reference.type === 'promotion' ? [reference.value] : [],
  );

/** Everybody who works in some store, by id. */
export const staffOf = async (db: Tables): Promise<StaffMember[]> =>
  (await ofType(db, 'staff', null)).flatMap((reference) =>
    reference.type === 'staff' ? [reference.value] : [],
  );

/** What head office set of what tills may do, of the chain and of stores. */
export const policiesOf = async (db: Tables): Promise<PolicySetting[]> =>
  (await ofType(db, 'policy', null)).flatMap((reference) =>
    reference.type === 'policy' ? [reference.value] : [],
  );
