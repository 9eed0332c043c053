import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { blindCustomerHash } from '#shared/domain/return/blind-record.ts';
import { BlindReturnsReply } from '#shared/protocol/blind-returns.ts';
import { furnish } from './chain.ts';
import { createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { blindReturn } from './shop.ts';

const AT = '2026-01-02T11:00:00.000Z';

describe.each(serverKinds)('a customer without a receipt on $name', ({ open }) => {
  let server: OpenServer;
  let taking: HttpTill;
  let asking: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    taking = await enrolTill(server, 'TWO');
    asking = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  test('is known to a till of another store that asks, however the number is written', async () => {
    const back = await taking.write(blindReturn('+7 701 000 11 22'), AT);
    await taking.push();
    const body = { customerHash: await blindCustomerHash('8 701 0001122', nodeCrypto) };
    const answer = await asking.call('till/blind-returns', { body });
    expect(expectBody(answer, BlindReturnsReply).returns).toEqual([
      { operationId: back.id, storeId: 'TWO', at: AT, total: 10_000 },
    ]);
    const nobody = { customerHash: '0'.repeat(64) };
    const none = await asking.call('till/blind-returns', { body: nobody });
    expect(expectBody(none, BlindReturnsReply).returns).toEqual([]);
  });

  test('is told to tills alone, by a hash alone', async () => {
    const body = { customerHash: '0'.repeat(64) };
    const anybody = await createClient(server.url)('till/blind-returns', { body });
    expect(anybody).toMatchObject({ status: 401 });
    const named = await asking.call('till/blind-returns', { body: { customerHash: 'Dana' } });
    expect(named).toMatchObject({ status: 400 });
  });
});
