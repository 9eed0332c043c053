import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { DeliveriesReply, type DeliveryDraft } from '#shared/protocol/deliveries.ts';
import { MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { type OpenChain, openChain } from './open-chain.ts';
import { OPENING, serverKinds } from './open-server.ts';

const DRAFT: DeliveryDraft = {
  id: 'tea-of-december',
  toStoreId: 'ONE',
  supplier: 'Tea House',
  reference: 'D-1',
  expectedAt: '2026-12-01T04:30:00.000Z',
  lines: [
    { sku: 'TEA', quantity: units(6) },
    { sku: 'CHEESE', quantity: quantity(1245) },
  ],
};

describe.each(serverKinds)('deliveries that head office announces on $name', ({ open }) => {
  let chain: OpenChain;
  let manager: Client;

  const announce = (who: Client, value: object) =>
    who('dashboard/deliveries', { method: 'PUT', body: value });
  const listed = async (who: Client, query = '') =>
    expectBody(await who(`dashboard/deliveries${query}`), DeliveriesReply).deliveries;
  const expectedAt = async (till: OpenChain['one']) =>
    (await till.pullStream(`references:${till.storeId}`))?.changes.filter(({ id }) =>
      id.startsWith('delivery:'),
    );
  const came = async (counts: readonly number[], at: string) => {
    const lines = DRAFT.lines.map(({ sku, quantity: expected }, index) => ({
      id: `l${index}`,
      sku,
      quantity: quantity(counts[index] ?? 0),
      expected,
    }));
    await chain.one.write(
      {
        type: 'stock.received',
        payload: { deliveryId: DRAFT.id, reference: DRAFT.reference, lines },
      },
      at,
    );
    expect((await chain.one.push()).status).toBe(200);
  };

  beforeAll(async () => {
    chain = await openChain(open);
    manager = await signIn(chain.server, MANAGER);
  }, OPENING);
  afterAll(() => chain.server.close());

  test('S5: it comes down to its store’s tills, and its state follows what they take in', async () => {
    expect(await listed(chain.office)).toEqual([]);
    expect((await announce(chain.office, DRAFT)).status).toBe(200);
    expect(await expectedAt(chain.one)).toMatchObject([
      {
        document: { value: { reference: 'D-1', expectedAt: DRAFT.expectedAt, sent: DRAFT.lines } },
      },
    ]);
    expect(await expectedAt(chain.two)).toEqual([]);
    expect(await listed(chain.office)).toMatchObject([
      {
        id: DRAFT.id,
        state: 'announced',
        receivedAt: null,
        lines: [
          { sku: 'TEA', name: { en: 'TEA' }, sent: 6000, received: 0 },
          { sku: 'CHEESE', sent: 1245, received: 0 },
        ],
      },
    ]);
    await came([5000, 1245], '2026-12-01T05:00:00.000Z');
    expect(await listed(chain.office)).toMatchObject([
      { state: 'short', receivedAt: '2026-12-01T05:00:00.000Z' },
    ]);
    await came([1000, 0], '2026-12-01T06:00:00.000Z');
    expect(await listed(chain.office)).toMatchObject([
      { state: 'received', receivedAt: '2026-12-01T06:00:00.000Z' },
    ]);
  });

  test('it is said anew until something of it came, and who said it is on record', async () => {
    const second = { ...DRAFT, id: 'second', toStoreId: 'TWO' };
    await announce(chain.office, second);
    await announce(chain.office, { ...second, reference: 'D-2', toStoreId: 'ONE' });
    expect((await listed(chain.office)).map(({ id }) => id)).toEqual(['second', DRAFT.id]);
    expect(await listed(chain.office, '?storeId=TWO')).toEqual([]);
    expect(await announce(chain.office, { ...DRAFT, lines: second.lines.slice(1) })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/id' },
    });
    const { changes } = expectBody(await chain.office('dashboard/changes'), ChangesReply);
    expect(changes.filter(({ kind }) => kind === 'delivery_announced')).toMatchObject([
      { subject: 'ONE · Tea House · D-2' },
      { subject: 'TWO · Tea House · D-1' },
      { subject: 'ONE · Tea House · D-1' },
    ]);
  });

  test('a store’s manager announces and sees those of that store alone', async () => {
    await announce(chain.office, { ...DRAFT, id: 'of-two', toStoreId: 'TWO' });
    expect((await listed(manager)).map(({ toStoreId }) => toStoreId)).toEqual(['ONE', 'ONE']);
    expect((await announce(manager, { ...DRAFT, id: 'of-one' })).status).toBe(200);
    expect(await listed(manager)).toHaveLength(3);
    expect(await announce(manager, { ...DRAFT, id: 'x', toStoreId: 'TWO' })).toMatchObject({
      status: 422,
      body: { code: 'unknown_store', at: '/toStoreId' },
    });
    expect(await announce(manager, { ...DRAFT, id: 'of-two' })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/id' },
    });
    expect(await manager('dashboard/deliveries?storeId=TWO')).toMatchObject({
      status: 422,
      body: { code: 'unknown_store' },
    });
    expect((await chain.one.call('dashboard/deliveries')).status).toBe(401);
  });

  test('what is of nothing known, or no delivery, is refused with the place', async () => {
    const refused = (part: object) => announce(chain.office, { ...DRAFT, id: 'wrong', ...part });
    const [tea] = DRAFT.lines;
    expect(await refused({ lines: [tea, { sku: 'NONE', quantity: 1000 }] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_sku', at: '/lines/1/sku' },
    });
    expect(await refused({ lines: [{ sku: 'TEA', quantity: 1500 }] })).toMatchObject({
      status: 422,
      body: { code: 'amount_invalid', at: '/lines/0/quantity' },
    });
    expect(await refused({ toStoreId: 'NOWHERE' })).toMatchObject({
      status: 422,
      body: { code: 'unknown_store' },
    });
    const malformed = [
      { id: 'T-ONE-01-000001' },
      { lines: [] },
      { lines: [{ sku: 'TEA', quantity: 0 }] },
      { supplier: '  ' },
      { reference: 'D\u00001' },
      { expectedAt: 'tomorrow' },
    ];
    for (const part of malformed) expect((await refused(part)).status).toBe(400);
    expect((await listed(chain.office)).some(({ id }) => id === 'wrong')).toBe(false);
  });

  test('there is a page after each fifty', async () => {
    for (let index = 0; index < 50; index += 1)
      await announce(chain.office, { ...DRAFT, id: `more-${index}` });
    const all = await listed(chain.office);
    expect(all).toHaveLength(50);
    const { next } = expectBody(await chain.office('dashboard/deliveries'), DeliveriesReply);
    expect(next).toBe('1');
    const older = await listed(chain.office, '?page=1');
    expect(older.at(-1)?.id).toBe(DRAFT.id);
    expect(new Set([...all, ...older].map(({ id }) => id)).size).toBe(54);
    expect((await chain.office('dashboard/deliveries?page=x')).status).toBe(400);
  });
});
