import { beforeEach, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, sale } from './shop.ts';

describe.each(storeKinds)('codes that each customer has once on $name', ({ open }) => {
  const shops = openShops(open, 'P');
  let shop: Shop;
  let first: PushingTill;
  let second: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    first = await createPushingTill(shop.environment, shop.storeId);
    second = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  /** The shops share a database: a customer's id is of one shop. */
  const dana = () => `${shop.storeId}-dana`;
  const soldWith = (promotionId: string, orderId: string): OperationContent => {
    const sold = sale([line('TEA')], `${shop.storeId}-${orderId}`);
    const codes = [{ promotionId, code: 'WELCOME', amount: minor(100) }];
    return { ...sold, payload: { ...sold.payload, customerId: dana(), codes } };
  };
  const push = async (till: PushingTill, operation: Operation): Promise<void> => {
    const pushed = await till.push([operation]);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const usesTold = async (): Promise<string[]> =>
    (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'customer' && reference.value.id === dana()
        ? (reference.value.codeUses ?? []).map(({ promotionId }) => promotionId)
        : [],
    );

  test('come down with the customer, so that the tills of the store know without a network', async () => {
    const operation = await first.write(soldWith('welcome', 'a'));
    await push(first, operation);
    await push(first, operation);
    await push(first, await first.write(soldWith('spring', 'b')));
    expect(await usesTold()).toEqual(['welcome', 'spring']);
    expect(await shop.openExceptions()).not.toContain('code_used_twice');
  });

  test('S8 used at two tills that were cut off from each other, the manager sees it', async () => {
    await push(first, await first.write(soldWith('welcome', 'a')));
    await push(second, await second.write(soldWith('welcome', 'b')));
    expect(await usesTold()).toEqual(['welcome', 'welcome']);
    expect(await shop.openExceptions()).toContain('code_used_twice');
  });
});
