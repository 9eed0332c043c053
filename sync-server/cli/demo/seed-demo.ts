import { addUser } from '#server/auth/dashboard-users.ts';
import { enrolFreeTill } from '#server/auth/enrolment.ts';
import { openJournal } from '#server/auth/open-journal.ts';
import { putProducts } from '#server/catalog/put-products.ts';
import { tellPickupDigits } from '#server/channels/pickup-proof.ts';
import { announceDelivery } from '#server/ingest/announce-delivery.ts';
import type { IngestEnvironment } from '#server/ingest/environment.ts';
import { isToBeCollected } from '#server/ingest/pickup-digits.ts';
import { readDocuments } from '#server/projections/read-documents.ts';
import type { Tables } from '#server/tables.ts';
import type { Category } from '#shared/domain/catalog/schema.ts';
import { daysAfter } from './calendar.ts';
import { demoCategories, demoProducts } from './demo-catalog.ts';
import { addDemoChannels } from './demo-channels.ts';
import { demoDeliveries } from './demo-deliveries.ts';
import { demoCustomers } from './demo-customers.ts';
import { demoPromotionBook, demoPromotions } from './demo-promotions.ts';
import { demoReferences } from './demo-references.ts';
import type { DemoShop } from './demo-shop.ts';
import { DEMO_STORES, demoSettings, type DemoStore } from './demo-stores.ts';
import { addDemoTills, endContact } from './demo-tills.ts';
import { type PlannedOrder, placeOrders, planOrders, wantedOrders } from './place-orders.ts';
import { createPastKey, type Past, pushPast, sealPast } from './push-past.ts';
import { createRandom } from './random.ts';
import { PAST_DAYS, storePast } from './store-past.ts';

export type DemoParts = {
  readonly db: Tables;
  readonly ingest: IngestEnvironment;
};

/** Head office's sign-in, which everybody may know. */
const DEMO_USER = { email: 'admin@demo.local', password: 'demo-admin' } as const;

/** Whether the demo was made here, whoever owns the data now. */
export const isSeeded = async (db: Tables): Promise<boolean> =>
  (await db.selectFrom('dashboard_users').select('id').where('demo', '=', true).limit(1).execute())
    .length > 0;

type Branch = { readonly store: DemoStore; readonly shop: DemoShop };

/** All online orders of the chain, numbered in the order in which they were placed. */
const planAll = (
  { db }: DemoParts,
  branches: readonly Branch[],
  now: string,
): Promise<PlannedOrder[]> => {
  const days = Array.from({ length: PAST_DAYS }, (_, index) => daysAfter(now, index - PAST_DAYS));
  const wanted = branches
    .flatMap(({ shop }, index) => wantedOrders(shop, days, now, createRandom(100 + index)))
    .toSorted((left, right) => (left.plan.placedAt < right.plan.placedAt ? -1 : 1));
  return planOrders(db, wanted);
};

/** One store's past, in the journal of a till that is enrolled for it. */
const pastOf = async (
  { db, ingest }: DemoParts,
  { store, shop }: Branch,
  categories: readonly Category[],
  planned: readonly PlannedOrder[],
  now: string,
): Promise<Past> => {
  const { storeId, tillId } = store;
  const key = createPastKey();
  const start = daysAfter(now, -PAST_DAYS);
  await enrolFreeTill(db, tillId, key.publicKey, start);
  const journalId = await openJournal(db, ingest.store, { tillId, storeId }, null);
  const seed = createRandom(200 + DEMO_STORES.indexOf(store));
  const orders = planned.filter(({ order }) => order.storeId === storeId);
  const acts = storePast(store, journalId, shop, categories, orders, now, seed);
  return sealPast(ingest, { journalId, tillId, storeId }, acts, key);
};

/**
 * Invents a chain on first start: its catalog, people, two weeks of trade in all channels up to now. False = it was
 * there already. The sign-in comes last: cut short, the next start begins again, and what there is is only added to.
 */
export const seedDemo = async (parts: DemoParts): Promise<boolean> => {
  const { db, ingest } = parts;
  const { store } = ingest;
  if (await isSeeded(db)) return false;
  const now = ingest.now();
  const products = demoProducts();
  const categories = demoCategories();
  const promotions = demoPromotions(products, now);
  const customers = demoCustomers();
  const references = demoReferences(categories, promotions, customers);
  await store.transaction((tx) => tx.putDocuments('references', references));
  const catalogVersion = await putProducts({ db, store }, [products]);
  await addDemoTills(db);
  await addDemoChannels(db, now);
  const branches = DEMO_STORES.map((demoStore) => ({
    store: demoStore,
    shop: {
      settings: demoSettings(demoStore),
      catalogVersion,
      products,
      promotions: demoPromotionBook(promotions, demoStore.storeId),
      customers,
    },
  }));
  const planned = await planAll(parts, branches, now);
  const pasts: Past[] = [];
  for (const branch of branches) pasts.push(await pastOf(parts, branch, categories, planned, now));
  // Goods are there before anybody is promised any.
  const deliveries = categories.length;
  for (const past of pasts) await pushPast(ingest, past, 0, deliveries);
  await placeOrders(store, planned);
  for (const past of pasts) await pushPast(ingest, past, deliveries);
  for (const delivery of demoDeliveries(products, now)) await announceDelivery(ingest, delivery);
  for (const branch of branches) await endContact(db, branch.store, now);
  const orders = await readDocuments(
    db,
    'orders',
    planned.map(({ order }) => order.id),
  );
  await tellPickupDigits({ db, store }, [...orders.values()].filter(isToBeCollected));
  await addUser(db, {
    ...DEMO_USER,
    name: 'Омни',
    role: 'head_office',
    storeIds: null,
    demo: true,
  });
  return true;
};
