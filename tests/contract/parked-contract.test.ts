import { beforeEach, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { line } from './shop.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';

const parked = (basketId: string): OperationContent => ({
  type: 'basket.parked',
  payload: {
    basketId,
    currency: 'KZT',
    content: {
      taxInclusive: true,
      lines: [{ ...line('TEA', 2, '1'), discount: null }],
      discount: { type: 'percent', rate: 500 },
      customerId: null,
      approval: null,
    },
  },
});

const recalled = (basketId: string, nextOrderId: string): OperationContent => ({
  type: 'basket.recalled',
  payload: { basketId, nextOrderId },
});

const discarded = (basketId: string): OperationContent => ({
  type: 'basket.discarded',
  payload: { basketId, lineCount: 1, currency: 'KZT', amount: minor(20_000), reason: 'not_back' },
});

describe.each(storeKinds)('parked baskets on $name', ({ open }) => {
  const shops = openShops(open, 'B');
  let shop: Shop;
  let first: PushingTill;
  let second: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    first = await createPushingTill(shop.environment, shop.storeId);
    second = await createPushingTill(shop.environment, shop.storeId, 2);
  });

  const push = async (till: PushingTill, ...operations: readonly Operation[]): Promise<void> => {
    const pushed = await till.push([...operations]);
    if (!pushed.ok) throw new Error(pushed.problem.type);
  };
  const act = async (till: PushingTill, content: OperationContent): Promise<void> =>
    push(till, await till.write(content));
  /** The shops share a database: a basket's id is of one shop. */
  const id = (name: string): string => `${shop.storeId}-${name}`;
  /** What a till of the store gets that pulls from the beginning. */
  const waiting = async (): Promise<string[]> =>
    (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'parkedBasket' ? [reference.value.id] : [],
    );

  test('S1 one comes down to the tills of its store until one of them recalls it', async () => {
    await act(first, parked(id('a')));
    await act(first, parked(id('b')));
    expect(await waiting()).toEqual([id('a'), id('b')]);
    await act(second, recalled(id('a'), 'next'));
    expect(await waiting()).toEqual([id('b')]);
    expect(await shop.openExceptions()).toEqual([]);
    const { orders, stock, movements, money } = await shop.effects();
    expect({ orders, stock, movements, money }).toEqual({
      orders: [],
      stock: [],
      movements: [],
      money: [],
    });
  });

  test('R7 one that was given up is offered at no till, whichever was heard of first', async () => {
    await act(first, parked(id('a')));
    await act(second, discarded(id('a')));
    await act(second, discarded(id('b')));
    await act(first, parked(id('b')));
    expect(await waiting()).toEqual([]);
    await act(first, recalled(id('a'), 'next'));
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('P4 a batch that comes twice changes nothing', async () => {
    const operation = await first.write(parked(id('a')));
    await push(first, operation);
    await push(first, operation);
    expect(await waiting()).toEqual([id('a')]);
  });

  test('S5 a recall that is heard of before the parking leaves nothing to recall', async () => {
    await act(second, recalled(id('a'), 'next'));
    expect(await waiting()).toEqual([]);
    await act(first, parked(id('a')));
    expect(await waiting()).toEqual([]);
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('S8 recalled at two tills that were cut off from each other, it is for the manager to look into', async () => {
    await act(first, parked(id('a')));
    await act(first, recalled(id('a'), 'next-1'));
    await act(second, recalled(id('a'), 'next-2'));
    expect(await shop.openExceptions()).toEqual(['basket_recalled_twice']);
    expect(await waiting()).toEqual([]);
  });
});
