import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { Change } from '#shared/protocol/pull.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { firstIdentity, readIdentity, writeIdentity } from './identity.ts';
import { type Actor, createJournal, type Exclusive } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createMemoryStateStore } from './memory-state-store.ts';
import type { TillStore } from './till-store.ts';
import { createTrustedClock } from './trusted-clock.ts';
import { createView } from './view.ts';

export const AT = '2026-01-02T11:00:00.000Z';
export const JOURNAL = 'ONE-01_1';
export const IDENTITY = firstIdentity({
  tillId: 'ONE-01',
  storeId: 'ONE',
  journalId: JOURNAL,
  token: 'the-token-of-the-till',
});
export const ACTOR: Actor = { staffId: 'aigerim', shiftId: 'shift-1', approvedBy: null };

export const SETTINGS: StoreSettings = {
  storeId: 'ONE',
  name: 'One',
  chainName: 'Chain',
  address: 'Abay 1',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [
    { id: 'vat', name: { en: 'VAT 16%' }, rate: 1600 },
    { id: 'reduced', name: { en: 'VAT 5%' }, rate: 500 },
  ],
  cashIncrement: 100,
  notes: [],
  discountLimit: 1000,
};

/** A piece of something at 100.00, taxed by the standard rate. */
export const product = (sku: string, more: Partial<Product> = {}): Product => ({
  sku,
  barcodes: [],
  name: { en: sku },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  price: minor(10_000),
  storePrices: {},
  taxRateId: 'vat',
  tile: null,
  active: true,
  ...more,
});

/** One piece of each. */
export const basketOf = (...skus: readonly string[]): Basket => ({
  taxInclusive: true,
  lines: skus.map((sku, index) =>
    basketLineOf(product(sku), String(index + 1), units(1), SETTINGS, product(sku).price),
  ),
  discount: null,
});

/** A web order of one piece of each, to be paid at collection. */
export const webOrder = (id: string, ...skus: readonly string[]): Order =>
  placeOrder(null, {
    id,
    number: `W-${id}`,
    channel: 'web',
    storeId: 'ONE',
    customer: { customerId: null, name: 'Dana', phone: '+7 700 000 00 00' },
    currency: 'KZT',
    taxInclusive: true,
    basket: priceBasket(basketOf(...skus), NO_PROMOTIONS, AT),
    payments: [],
    placedAt: AT,
    expiresAt: '2026-01-05T11:00:00.000Z',
  });

export const received = (sku: string, count: number): OperationContent => ({
  type: 'stock.received',
  payload: {
    deliveryId: null,
    reference: '',
    lines: [{ id: '1', sku, quantity: units(count), expected: null }],
  },
});

const noCatalog: Catalog = {
  product: async () => null,
  byCode: async () => null,
  search: async () => [],
  tiles: async () => [],
  inCategory: async () => [],
  ready: async () => undefined,
  onChange: () => () => undefined,
  close: () => undefined,
  positions: async () => ({}),
  isWhole: async () => true,
  applyPage: async () => undefined,
  reset: async () => undefined,
};

/**
 * One task at a time. As over a Web Lock, the next may begin before the one who asked hears that the last has ended.
 */
export const createExclusive = (): Exclusive => {
  let last: Promise<unknown> = Promise.resolve();
  return async (task) => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    const value = await done;
    await last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return value;
  };
};

export type TestTill = {
  readonly store: TillStore;
  readonly clock: { now: string };
  /** The till is switched off and on: the same disk, a new program. */
  readonly restart: () => Promise<TestTill>;
  /** A page comes down: documents by id, null = gone; the stream then contains this till's operations `through`. */
  readonly pull: (
    stream: string,
    documents: Readonly<Record<string, unknown>>,
    through?: number,
  ) => Promise<void>;
};

/** An enrolled till in memory that has its settings. */
export const createTill = async (ledger: Ledger = createMemoryLedger()): Promise<TestTill> => {
  if (!(await readIdentity(ledger))) await writeIdentity(ledger, IDENTITY);
  const state = createMemoryStateStore();
  const clock = { now: AT };
  const now = (): string => clock.now;
  let checkpoint = 0;

  const start = async (): Promise<TestTill> => {
    const journal = createJournal({ ledger, crypto: webCrypto, exclusive: createExclusive(), now });
    const time = await createTrustedClock({ ledger, journal, now });
    const view = await createView(ledger, state, journal, time);
    return {
      store: { ledger, journal, state, catalog: noCatalog, view, crypto: webCrypto, now, time },
      clock,
      restart: start,
      pull: (stream, documents, through = 0) => {
        checkpoint += 1;
        const changes = Object.entries(documents).map(([id, document]): Change => ({
          id,
          document,
        }));
        const appliedThrough = { [JOURNAL]: through };
        return view.sink.applyPage(
          { stream, checkpoint, complete: true, changes },
          { checkpoint, appliedThrough },
        );
      },
    };
  };
  const till = await start();
  await till.pull('references:ONE', { 'settings:ONE': { type: 'settings', value: SETTINGS } });
  return till;
};
