import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DEFAULT_RECEIPT_LAYOUT,
  type ReceiptLayout,
} from '#shared/domain/settings/receipt-layout.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { ChangesReply, SettingsReply } from '#shared/protocol/administration.ts';
import { MANAGER, signIn } from './chain.ts';
import { type Client, createClient, expectBody } from './http-client.ts';
import type { HttpTill } from './http-till.ts';
import { openChain } from './open-chain.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const LAYOUT: ReceiptLayout = {
  logo: { width: 16, height: 2, dots: 'gYHwDw==' },
  header: ['+7 700 · מכולת 🧀'],
  legal: ['ТОО «Chain»', 'БИН 001140000123'],
  returnTerms: { en: ['Within 14 days.'], kk: ['14 күн ішінде.'] },
  footer: {},
};

const logo = { width: 16, height: 2, dots: 'gYHwDw==' };

describe.each(serverKinds)('the layout of receipts on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let one: HttpTill;
  let two: HttpTill;

  beforeAll(async () => {
    ({ server, office, one, two } = await openChain(open));
  }, OPENING);
  afterAll(() => server.close());

  const put = (user: Client, body: unknown, storeId = 'ONE') =>
    user(`dashboard/settings/${storeId}/receipt`, { method: 'PUT', body });

  /** As a till has it from what it pulled. */
  const layoutAt = async (till: HttpTill): Promise<unknown> => {
    const page = await till.pullStream(`references:${till.storeId}`);
    const down = page?.changes.findLast(({ id }) => id === `settings:${till.storeId}`)?.document;
    return (down as { value?: StoreSettings } | null | undefined)?.value?.receipt;
  };

  test('comes down to the tills of its store alone, is on record, and outlives a change of the store', async () => {
    expect(await layoutAt(one)).toBeUndefined();
    const saved = expectBody(await put(office, LAYOUT), StoreSettings);
    expect(saved).toMatchObject({ storeId: 'ONE', receipt: LAYOUT });
    expect(await layoutAt(one)).toEqual(LAYOUT);
    expect(await layoutAt(two)).toBeUndefined();
    const { changes } = expectBody(await office('dashboard/changes'), ChangesReply);
    expect(changes[0]).toMatchObject({ kind: 'receipt_changed', subject: 'ONE' });
    const { stores } = expectBody(await office('dashboard/settings'), SettingsReply);
    const held = stores.find(({ storeId }) => storeId === 'ONE');
    if (!held) throw new Error('the store was expected');
    const draft = {
      name: 'Renamed',
      chainName: held.chainName,
      address: held.address,
      timeZone: held.timeZone,
      taxInclusive: held.taxInclusive,
      taxRates: held.taxRates.map(({ id, name, rate }) => ({ id, name: name.en, rate })),
      cashIncrement: held.cashIncrement,
      discountLimit: held.discountLimit,
      safetyStock: 0,
      scaleCodes: [],
      machines: { card: 'confirmed', qr: 'confirmed', qrTemplate: '' },
    };
    const changed = await office('dashboard/settings/ONE', { method: 'PUT', body: draft });
    expect(expectBody(changed, StoreSettings)).toMatchObject({ name: 'Renamed', receipt: LAYOUT });
  });

  test.each([
    ['a drawing with a script', { logo: { ...logo, dots: '<svg onload="alert(1)"/>' } }],
    ['a logo of fewer dots than it says', { logo: { ...logo, height: 3 } }],
    ['a logo wider than paper', { logo: { width: 392, height: 1, dots: 'A'.repeat(68) } }],
    ['a command to the printer', { header: ['\u001b@'] }],
    ['two lines in one', { legal: ['one\ntwo'] }],
    ['a book', { legal: Array.from({ length: 9 }, () => 'x') }],
    ['a language that is none', { footer: { de: ['Danke'] } }],
    ['what nobody declared', { script: 'alert(1)' }],
  ])('%s is refused and changes nothing', async (_, wrong) => {
    expectBody(await put(office, LAYOUT), StoreSettings);
    const refused = await put(office, { ...DEFAULT_RECEIPT_LAYOUT, ...wrong });
    expect(refused).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(await layoutAt(one)).toEqual(LAYOUT);
  });

  test('is head office’s alone: no manager of a store, no till and nobody unknown changes it', async () => {
    const manager = await signIn(server, MANAGER);
    expect((await put(manager, DEFAULT_RECEIPT_LAYOUT)).status).toBe(403);
    expect((await put(createClient(server.url), DEFAULT_RECEIPT_LAYOUT)).status).toBe(401);
    expect((await put(office, DEFAULT_RECEIPT_LAYOUT, 'NONE')).status).toBe(404);
  });
});
