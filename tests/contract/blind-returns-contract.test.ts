import { beforeEach, describe, expect, test } from 'vitest';
import { savePolicy } from '#server/chain/save-policy.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { blindCustomerHash } from '#shared/domain/return/blind-record.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { blindReturn } from './shop.ts';

describe.each(storeKinds)('returns without a receipt on $name', ({ open }) => {
  const shops = openShops(open, 'B');
  let count = 0;
  let shop: Shop;
  let elsewhere: Shop;
  let till: PushingTill;
  let other: PushingTill;
  let customer: string;

  beforeEach(async () => {
    count += 1;
    shop = await shops.next();
    elsewhere = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    other = await createPushingTill(elsewhere.environment, elsewhere.storeId);
    customer = `+7 701 000 0${count} 00`;
  });

  const record = async () => {
    const id = referenceId('blindReturns', await blindCustomerHash(customer, nodeCrypto));
    const held = await shops.opened().store.transaction((tx) => tx.document('references', id));
    return held?.type === 'blindReturns' ? held.value.returns : [];
  };

  test('S5 a customer above the limit across stores that did not hear of one another is an exception', async () => {
    const first = await till.write(blindReturn(customer), '2026-01-02T08:00:00.000Z');
    const second = await till.write(blindReturn(customer), '2026-01-02T09:00:00.000Z');
    const third = await other.write(blindReturn(customer), '2026-01-02T10:00:00.000Z');
    const last = await other.write(blindReturn(customer), '2026-01-02T11:00:00.000Z');
    await other.push();
    expect(await elsewhere.openExceptions()).toEqual([]);
    await till.push();
    const [exception, ...more] = await elsewhere.pull('exceptions');
    expect(more).toEqual([]);
    expect(exception).toMatchObject({
      kind: 'blind_too_often',
      state: 'open',
      storeId: elsewhere.storeId,
      otherStoreIds: [shop.storeId],
      owner: 'head_office',
      subject: { type: 'operation', id: last.id },
      evidence: [first.id, second.id, third.id, last.id],
      amount: 10_000,
    });
    expect(await shop.pull('exceptions')).toEqual([exception]);
  });

  test('P1 what is pushed twice counts once, and comes down to every till of the chain', async () => {
    const back = await till.write(blindReturn(customer));
    await till.push();
    await till.push();
    expect(await record()).toMatchObject([{ operationId: back.id, storeId: shop.storeId }]);
    const { changes } = await shops.opened().store.pull('references', 0, 100_000);
    expect(changes).toContain(back.id);
    expect(changes).not.toContain(customer);
  });

  test('the limit is that of the store, and of the chain again when it has none of its own', async () => {
    await savePolicy(shops.opened().store, shop.storeId, {
      ...DEFAULT_POLICY,
      blindReturnsPerMonth: 1,
    });
    await till.write(blindReturn(customer));
    await till.write(blindReturn(customer));
    await till.push();
    expect(await shop.openExceptions()).toEqual(['blind_too_often']);
    await savePolicy(shops.opened().store, shop.storeId, null);
    const free = `${customer}1`;
    const later = [await till.write(blindReturn(free)), await till.write(blindReturn(free))];
    await till.push(later);
    expect(await shop.openExceptions()).toEqual(['blind_too_often']);
  });

  test('goods that nobody was named with are counted for nobody', async () => {
    for (let bought = 0; bought < 5; bought += 1) await till.write(blindReturn(null));
    await till.push();
    expect(await shop.openExceptions()).toEqual([]);
  });
});
