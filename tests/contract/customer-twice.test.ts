import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticeCustomersTwice } from '#server/ingest/notice-twice.ts';
import { ExceptionDetail, ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { type Client, expectBody } from './http-client.ts';
import type { HttpTill } from './http-till.ts';
import { openChain } from './open-chain.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

describe.each(serverKinds)('customers written down twice on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let one: HttpTill;
  let two: HttpTill;

  beforeAll(async () => {
    ({ server, office, one, two } = await openChain(open));
  }, OPENING);
  afterAll(() => server.close());

  const look = (): Promise<void> => {
    const { db, ingest } = server;
    return noticeCustomersTwice({ db, store: ingest.store }, ingest.now());
  };
  const save = async (
    till: HttpTill,
    customerId: string,
    said: { readonly phone?: string; readonly loyaltyCard?: string },
  ): Promise<void> => {
    const payload = { customerId, name: customerId, phone: null, loyaltyCard: null, ...said };
    await till.push([
      await till.write({ type: 'customer.saved', payload }, server.ingest.now(), null),
    ]);
  };
  const exceptions = async () =>
    expectBody(await office('dashboard/exceptions'), ExceptionsReply).exceptions;
  const standing = async () =>
    (await exceptions()).map(({ id, state }) => `${id} ${state}`).toSorted();

  test('S5: are head office’s to tell apart, once for each, until they differ', async () => {
    await save(one, 'dana', { phone: '+7 701 555 01 02', loyaltyCard: '70001' });
    await save(two, 'dina', { phone: '8 (701) 555-01-02' });
    await save(two, 'zoe', { loyaltyCard: '70001' });
    await save(two, 'marat', { phone: '+7 701 555 01 03', loyaltyCard: '7000' });
    expect(await exceptions()).toEqual([]);
    await look();
    await look();
    expect(await standing()).toEqual(['customer_twice:dina open', 'customer_twice:zoe open']);
    const found = (await exceptions()).find(({ subject }) => subject.id === 'dina');
    expect(found).toMatchObject({
      storeId: 'TWO',
      otherStoreIds: ['ONE'],
      owner: 'head_office',
      people: ['A person'],
    });
    const { customers } = expectBody(
      await office('dashboard/exceptions/customer_twice:dina'),
      ExceptionDetail,
    );
    expect(customers).toMatchObject([
      { id: 'dina', phone: '8 (701) 555-01-02' },
      { id: 'dana', phone: '+7 701 555 01 02' },
    ]);
    await save(two, 'dina', { phone: '+7 701 555 99 99' });
    await look();
    expect(await standing()).toEqual(['customer_twice:dina closed', 'customer_twice:zoe open']);
    const erased = await office('dashboard/customers/dana/erase', { body: {} });
    expect(erased.status).toBeLessThan(300);
    await look();
    expect(await standing()).toEqual(['customer_twice:dina closed', 'customer_twice:zoe closed']);
  });
});
