import { beforeEach, describe, expect, test } from 'vitest';
import { overruledIn, pagesOf } from '#shared/domain/quick-keys/apply.ts';
import { decideArrangement } from '#shared/domain/quick-keys/arrange.ts';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';

const arranged = (name: string, seen: QuickKeys | null): OperationContent => {
  const decided = decideArrangement([{ name, skus: ['TEA', 'CAKE'] }], seen);
  if (!decided.ok) throw new Error(decided.problem.type);
  return { type: 'tiles.arranged', payload: decided.value };
};

describe.each(storeKinds)('quick keys on $name', ({ open }) => {
  const shops = openShops(open, 'Q');
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
  /** What a till of the store gets that pulls from the beginning. */
  const known = async (): Promise<QuickKeys | null> => {
    const found = (await shop.pull('references')).flatMap((reference) =>
      reference.type === 'quickKeys' ? [reference.value] : [],
    );
    expect(found.length).toBeLessThan(2);
    return found[0] ?? null;
  };
  const shown = async (): Promise<string[]> => pagesOf(await known()).map(({ name }) => name);

  test('S1 come down to the tills of their store, and move no goods and no money', async () => {
    expect(await known()).toBeNull();
    await act(first, arranged('first', null));
    expect(await shown()).toEqual(['first']);
    await act(second, arranged('second', await known()));
    expect(await shown()).toEqual(['second']);
    expect(overruledIn(await known())).toBeNull();
    expect(await shop.openExceptions()).toEqual([]);
    const { orders, stock, movements, money } = await shop.effects();
    expect({ orders, stock, movements, money }).toEqual({
      orders: [],
      stock: [],
      movements: [],
      money: [],
    });
  });

  test('S1 no other store hears of them', async () => {
    const other = await shops.next();
    await act(first, arranged('first', null));
    const theirs = await other.pull('references');
    expect(theirs.filter(({ type }) => type === 'quickKeys')).toEqual([]);
  });

  test('P4 a batch that comes twice changes nothing', async () => {
    const operation = await first.write(arranged('first', null));
    await push(first, operation);
    const before = await known();
    await push(first, operation);
    expect(await known()).toEqual(before);
  });

  test('S8 two that were made without seeing each other: one holds, the other is kept, however they arrive', async () => {
    const here = await first.write(arranged('here', null));
    const there = await second.write(arranged('there', null));
    await push(second, there);
    await push(first, here);
    const both = await known();
    const names = both?.versions.map(({ pages }) => pages[0]?.name);
    expect(new Set(names)).toEqual(new Set(['here', 'there']));
    expect(overruledIn(both)?.operationId).toBe(both?.versions[1]?.operationId);

    const settled = arranged('settled', both);
    await act(first, settled);
    expect(await shown()).toEqual(['settled']);
    expect(overruledIn(await known())).toBeNull();
  });

  test('S8 what comes late from a till that was cut off does not undo what was saved after it was seen', async () => {
    const late = await second.write(arranged('late', null));
    await act(first, arranged('one', null));
    await act(first, arranged('two', await known()));
    await push(second, late);
    expect(await shown()).toEqual(['two']);
    expect(overruledIn(await known())?.pages[0]?.name).toBe('late');
  });

  test('P1 a page with one product twice, or of more tiles than there may be, is kept apart', async () => {
    const content = (skus: string[]): OperationContent => ({
      type: 'tiles.arranged',
      payload: { seen: [], revision: 1, pages: [{ name: 'a', skus }] },
    });
    await act(first, content(['TEA', 'TEA']));
    await act(first, content(Array.from({ length: 49 }, (_, place) => `S${place}`)));
    expect(await known()).toBeNull();
    await act(first, arranged('first', null));
    expect(await shown()).toEqual(['first']);
  });
});
