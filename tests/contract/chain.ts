import { addChannel } from '#server/auth/channel-keys.ts';
import { addUser } from '#server/auth/dashboard-users.ts';
import { promotion } from '#shared/domain/baskets.fixture.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { NONE, units } from '#shared/kernel/quantity.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { type Client, createClient } from './http-client.ts';
import type { OpenServer } from './open-server.ts';
import { settings } from './shop.ts';

export const CHANNEL_KEY = 'key-of-the-web-shop';
export const OTHER_CHANNEL_KEY = 'key-of-another-shop';
export const HEAD_OFFICE = { email: 'olga@chain.example', password: 'a long password' } as const;
/** Sees the store ONE alone. */
export const MANAGER = { email: 'max@chain.example', password: 'another password' } as const;

const product = (sku: string, price: number, more: Partial<Product> = {}): Product => ({
  sku,
  barcodes: [],
  name: { en: sku },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  price: minor(price),
  storePrices: {},
  taxRateId: 'vat',
  tile: null,
  active: true,
  ...more,
});

/** TEA is dearer in the store TWO, and 10 % off; CHEESE is weighed; OLD is sold no more. */
export const PRODUCTS: readonly Product[] = [
  product('TEA', 10_000, { storePrices: { TWO: minor(12_000) } }),
  product('CAKE', 33_333),
  product('CHEESE', 99_990, { unit: 'kilogram' }),
  product('OLD', 500, { active: false }),
];

export const PROMOTION = promotion({
  id: 'tea-time',
  name: { en: 'Tea time' },
  endsAt: '2099-01-01T00:00:00.000Z',
});

const reference = (id: string, document: Reference, stream: string) => ({
  id: referenceId(document.type, id),
  document,
  streams: [stream],
});

/** A chain of two stores with goods, prices, people and channels. */
export const furnish = async ({ db, ingest: { store } }: OpenServer): Promise<void> => {
  const all = streamName('references');
  await store.transaction(async (tx) => {
    await tx.putDocuments('references', [
      ...['ONE', 'TWO'].map((storeId) =>
        reference(
          storeId,
          { type: 'settings', value: settings(storeId) },
          streamName('references', storeId),
        ),
      ),
      reference(PROMOTION.id, { type: 'promotion', value: PROMOTION }, all),
    ]);
    await tx.putDocuments(
      'products',
      PRODUCTS.map((document) => ({ id: document.sku, document, streams: ['products'] })),
    );
    await tx.putDocuments('stock', [
      {
        id: stockLevelId('ONE', 'TEA'),
        document: { storeId: 'ONE', sku: 'TEA', onHand: units(20), reserved: NONE, seen: {} },
        streams: [streamName('stock', 'ONE')],
      },
    ]);
  });
  const real = { demo: false, now: new Date().toISOString() };
  const shop = { channelId: 'shop', channel: 'web', name: 'Web shop' } as const;
  const other = { channelId: 'other', channel: 'app', name: 'App' } as const;
  await addChannel(db, shop, CHANNEL_KEY, real);
  await addChannel(db, other, OTHER_CHANNEL_KEY, real);
  const person = { name: 'A person', demo: false };
  await addUser(db, { ...HEAD_OFFICE, ...person, role: 'head_office', storeIds: null });
  await addUser(db, { ...MANAGER, ...person, role: 'store_manager', storeIds: ['ONE'] });
};

/** Signs in to the dashboard and calls it as that person. */
export const signIn = async (
  { url }: OpenServer,
  who: { readonly email: string; readonly password: string },
): Promise<Client> => {
  const { status, headers } = await createClient(url)('dashboard/sign-in', { body: who });
  const cookie = headers.getSetCookie()[0]?.split(';')[0];
  if (status !== 200 || cookie === undefined) throw new Error(`sign-in: ${status}`);
  return createClient(url, { cookie });
};
