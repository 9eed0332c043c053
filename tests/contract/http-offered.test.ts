import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordContact } from '#server/auth/tills.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { AvailabilityReply } from '#shared/protocol/channel.ts';
import { CHANNEL_KEY, furnish } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, sale, settings } from './shop.ts';

const DAY = 24 * 3_600_000;

describe.each(serverKinds)('what is offered online on $name', ({ open }) => {
  let server: OpenServer;
  let channel: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

  /** Whole pieces of tea that the store ONE offers. */
  const offered = async (): Promise<number> => {
    const answer = await channel('availability?sku=TEA&storeId=ONE');
    return (expectBody(answer, AvailabilityReply).stores[0]?.available ?? -1) / 1000;
  };

  const order = (pieces: readonly number[]) =>
    channel('orders', {
      headers: { 'idempotency-key': randomUUID() },
      body: {
        storeId: 'ONE',
        currency: 'KZT',
        customer: { name: 'Dana', phone: '1' },
        lines: pieces.map((count) => ({ sku: 'TEA', quantity: count * 1000 })),
        total: pieces.reduce((sum, count) => sum + count * 9000, 0),
        payment: null,
      },
    });

  const keepBack = (safetyStock: number) =>
    server.ingest.store.transaction((tx) =>
      tx.putDocuments('references', [
        {
          id: referenceId('settings', 'ONE'),
          document: { type: 'settings', value: { ...settings('ONE'), safetyStock } },
          streams: [streamName('references', 'ONE')],
        },
      ]),
    );

  test('R23: safety stock is offered to nobody; an order beyond it is refused with its lines', async () => {
    expect(await offered()).toBe(20);
    await keepBack(5000);
    expect(await offered()).toBe(15);
    expect(await order([10, 6])).toMatchObject({
      status: 409,
      body: { code: 'not_available', at: '/lines/0/quantity', also: ['/lines/1/quantity'] },
    });
    expect(await offered()).toBe(15);
    const answers = await Promise.all([order([15]), order([15])]);
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      201, 409,
    ]);
    expect(await offered()).toBe(0);
    await keepBack(0);
  });

  test('less is offered the longer a till is silent: its usual sales × its silence', async () => {
    await till.write(sale([line('TEA', 1)]), ago(12));
    await till.write(sale([line('TEA', 3)]), ago(11));
    expect((await till.push()).status).toBe(200);
    // 20 − 15 reserved − 4 sold; the till sold 4 in the four weeks before it was last heard.
    await recordContact(server.db, till.tillId, 0, ago(0));
    expect(await offered()).toBe(1);
    await recordContact(server.db, till.tillId, 0, ago(2));
    expect(await offered()).toBe(1);
    await recordContact(server.db, till.tillId, 0, ago(7));
    expect(await offered()).toBe(0);
  });
});
