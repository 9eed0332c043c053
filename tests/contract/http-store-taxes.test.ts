import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { NewStore } from '#shared/protocol/administration.ts';
import { QuoteReply } from '#shared/protocol/channel.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { settings } from './shop.ts';

const STORE: NewStore = {
  storeId: 'THREE',
  name: 'Third',
  chainName: 'Chain',
  address: '',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [{ id: null, name: 'Tax', rate: 1200 }],
  cashIncrement: 100,
  discountLimit: 1000,
  safetyStock: 0,
  machines: { card: 'confirmed', qr: 'confirmed', qrTemplate: '' },
  scaleCodes: [],
};
const NONE_AS_LARGE = [{ id: null, name: 'Tax', rate: 500 }];
const REFUSED = { status: 422, body: { code: 'tax_rate_missing', at: '/taxRates' } };

/** Products on sale are taxed at `vat`, 12 % in the stores ONE and TWO. */
describe.each(serverKinds)('the taxes of a store on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let channel: Client;

  const quoteIn = (storeId: string) =>
    channel('quotes', { body: { storeId, lines: [{ sku: 'CAKE', quantity: 1000 }] } });

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
  }, OPENING);
  afterAll(() => server.close());

  test('no store is opened that lacks a rate which products on sale name', async () => {
    const opened = await office('dashboard/settings', {
      body: { ...STORE, taxRates: NONE_AS_LARGE },
    });
    expect(opened).toMatchObject(REFUSED);
    expect(await quoteIn('THREE')).toMatchObject({ body: { code: 'unknown_store' } });
  });

  test('a rate that is typed anew is the one as large of the other stores: the same goods are taxed at it', async () => {
    const opened = expectBody(await office('dashboard/settings', { body: STORE }), StoreSettings);
    expect(opened.taxRates).toEqual([{ id: 'vat', name: { en: 'Tax' }, rate: 1200 }]);
    const here = expectBody(await quoteIn('ONE'), QuoteReply);
    expect(expectBody(await quoteIn('THREE'), QuoteReply).totals).toEqual(here.totals);
    expect(here.totals.tax).toBeGreaterThan(0);
  });

  test('a store may tax the same goods at another size', async () => {
    const body = { ...STORE, storeId: 'FOUR', taxRates: [{ id: 'vat', name: 'VAT', rate: 2000 }] };
    expect((await office('dashboard/settings', { body })).status).toBe(201);
    const { lines } = expectBody(await quoteIn('FOUR'), QuoteReply);
    expect(lines[0]).toMatchObject({ taxRate: 2000 });
  });

  test('where a store of before this lacks the rate, goods are refused and not sold at 0 %, until it is added', async () => {
    const { storeId: _, currency: __, ...draft } = STORE;
    const old = {
      ...settings('FIVE'),
      taxRates: [{ id: 'tax500', name: { en: 'Tax' }, rate: 500 }],
    };
    await server.ingest.store.transaction((tx) =>
      tx.putDocuments('references', [
        {
          id: referenceId('settings', 'FIVE'),
          document: { type: 'settings', value: old },
          streams: [streamName('references', 'FIVE')],
        },
      ]),
    );
    expect(await quoteIn('FIVE')).toMatchObject({
      status: 422,
      body: { code: 'tax_rate_missing', at: '/lines/0/sku' },
    });
    const kept = { id: 'tax500', name: 'Tax', rate: 500 };
    const change = (taxRates: NewStore['taxRates']) =>
      office('dashboard/settings/FIVE', { method: 'PUT', body: { ...draft, taxRates } });
    expect(await change([kept])).toMatchObject(REFUSED);
    expect((await change([kept, { id: 'vat', name: 'VAT', rate: 1200 }])).status).toBe(200);
    expect((await quoteIn('FIVE')).status).toBe(200);
  });
});
