import { addUser } from '#server/auth/dashboard-users.ts';
import type { AuthTables } from '#server/auth/tables.ts';
import { putProducts } from '#server/catalog/put-products.ts';
import { migrations } from '#server/migrations.ts';
import { openDatabase } from '#server/store/database/open-database.ts';
import { migrate } from '#server/store/migrations/migrate.ts';
import { createSqlStore } from '#server/store/sql-store.ts';
import type { StoreTables } from '#server/store/schema.ts';
import type { Store } from '#server/store/store.ts';
import type { Tables } from '#server/tables.ts';
import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { CURRENCY } from '../rules/decide-booking.ts';
import { CATEGORY_ID, TAX_RATE_ID } from '../rules/products-of.ts';
import type { Administrator } from './head-office.ts';

const STORE_ID = 'GIFTS';

const settings: StoreSettings = {
  storeId: STORE_ID,
  name: 'Gift shop',
  chainName: 'Online Retail',
  address: '',
  currency: CURRENCY,
  // A day of the file is a day of the store.
  timeZone: 'UTC',
  taxInclusive: true,
  taxRates: [{ id: TAX_RATE_ID, name: { en: 'No tax' }, rate: 0 }],
  cashIncrement: 1,
  notes: [500, 1000, 2000, 5000].map(minor),
  discountLimit: 10_000,
};

const category: Category = {
  id: CATEGORY_ID,
  name: { en: 'Gifts' },
  icon: 'gift',
  colour: '#7c5cff',
  position: 1,
};

const putReference = (store: Store, id: string, document: Reference, audience?: string) =>
  store.transaction((tx) =>
    tx.putDocuments('references', [
      {
        id: referenceId(document.type, id),
        document,
        streams: [streamName('references', audience)],
      },
    ]),
  );

const makeShop = async (db: Tables, store: Store, products: readonly Product[]): Promise<void> => {
  const settingsId = referenceId('settings', STORE_ID);
  if ((await store.transaction((tx) => tx.document('references', settingsId))) !== null) return;
  await putReference(store, category.id, { type: 'category', value: category });
  await putProducts({ db, store }, [products]);
  await putReference(store, STORE_ID, { type: 'settings', value: settings }, STORE_ID);
};

/** Makes the shop of the file in a data folder that no server has open; one that is there already stays. */
export const prepareShop = async (
  dataFolder: string,
  products: readonly Product[],
  administrator: Administrator,
): Promise<void> => {
  const database = await openDatabase<StoreTables>({ dataFolder });
  try {
    const db: Tables = database.kysely.withTables<AuthTables>();
    await migrate(db, migrations);
    const store = await createSqlStore(database);
    await makeShop(db, store, products);
    await addUser(db, {
      ...administrator,
      name: 'Replay',
      role: 'head_office',
      storeIds: null,
      demo: false,
    });
    await store.close();
  } finally {
    await database.close();
  }
};
