import { beforeEach, describe, expect, test } from 'vitest';
import { changeCustomer } from '#server/chain/change-customer.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { CustomerChange } from '#shared/protocol/customers.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, NOW, type PushingTill } from './pushing-till.ts';

const UNCHANGED: CustomerChange = {
  name: null,
  phone: null,
  loyaltyCard: null,
  email: null,
  language: null,
  groupIds: null,
};

describe.each(storeKinds)('a customer put right by head office on $name', ({ open }) => {
  const shops = openShops(open, 'H');
  let shop: Shop;
  let till: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
  });

  /** The shops share a database: a customer's id is of one shop. */
  const id = () => `${shop.storeId}-dana`;
  const say = async (at: string, more: object): Promise<void> => {
    const payload = { customerId: id(), name: null, phone: null, loyaltyCard: null, ...more };
    const content: OperationContent = { type: 'customer.saved', payload };
    const pushed = await till.push([await till.write(content, at)]);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const change = (more: Partial<CustomerChange>, now: string) =>
    changeCustomer(shop.environment.store, id(), { ...UNCHANGED, ...more }, now);
  const known = async () =>
    (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'customer' && reference.value.id === id() ? [reference.value] : [],
    )[0];

  test('S7: keeps what a till put right while the form was open', async () => {
    await say('2026-01-02T10:00:00.000Z', { name: 'Dana', phone: '+7 701 555 01 02' });
    await change({ groupIds: ['staff'] }, '2026-01-02T10:01:00.000Z');
    await say('2026-01-02T10:05:00.000Z', { phone: '+7 701 999 99 99' });
    await change({ name: 'Dana K.' }, '2026-01-02T10:06:00.000Z');
    expect(await known()).toMatchObject({
      name: 'Dana K.',
      phone: '+7 701 999 99 99',
      groupIds: ['staff'],
    });
  });

  test('S7: has the last word where the clock of a till was far ahead, and so has the next till', async () => {
    const ahead = '2099-01-02T10:00:00.000Z';
    await say(ahead, { name: 'Zarina', phone: '+7 701 555 01 02' });
    await say(ahead, { name: 'Dnaa' });
    expect(await known()).toMatchObject({ name: 'Dnaa', phone: '+7 701 555 01 02' });
    const before = (await known())?.saidAt;
    expect([before?.phone, (before?.name ?? '') < ahead]).toEqual([NOW, true]);
    await change({ name: 'Dana' }, NOW);
    expect(await known()).toMatchObject({ name: 'Dana', phone: '+7 701 555 01 02' });
    till = await createPushingTill(shop.environment, shop.storeId, 2);
    await say('2026-12-31T10:00:00.000Z', { phone: '+7 701 555 01 09' });
    expect(await known()).toMatchObject({ name: 'Dana', phone: '+7 701 555 01 09' });
  });
});
