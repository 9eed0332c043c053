import { beforeEach, describe, expect, test } from 'vitest';
import { placeOfferedOrder } from '#server/ingest/place-order.ts';
import { type Quantity, units } from '#shared/kernel/quantity.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill } from './pushing-till.ts';
import { line, placement, received } from './shop.ts';

describe.each(storeKinds)('R23: what a store offers online on $name', ({ open }) => {
  const shops = openShops(open, 'O');
  let shop: Shop;

  beforeEach(async () => {
    shop = await shops.next();
    const delivery = await createPushingTill(shop.environment, shop.storeId, 9);
    await delivery.write(received('TEA', 3));
    await delivery.push();
  });

  const place = (
    lines: Parameters<typeof placement>[1],
    withheld: ReadonlyMap<string, Quantity> = new Map(),
  ) => placeOfferedOrder(shop.environment, placement(shop.storeId, lines), withheld);

  test('of two orders at once for the last piece one is placed', async () => {
    await place([line('TEA', 2)]);
    const answers = await Promise.all([place([line('TEA')]), place([line('TEA')])]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await shop.level('TEA')).toEqual({ onHand: 3, reserved: 3 });
    expect((await shop.ledgers()).reservations).toHaveLength(2);
    expect(await shop.pull('orders')).toHaveLength(2);
  });

  test('every line that cannot be kept is named, and nothing is written', async () => {
    const lines = [line('TEA', 2, 'a'), line('TEA', 2, 'b'), line('NONE', 1, 'c')];
    expect(await place(lines)).toEqual({
      ok: false,
      problem: { type: 'not_available', lineIds: ['a', 'b', 'c'] },
    });
    expect(await shop.level('TEA')).toEqual({ onHand: 3, reserved: 0 });
    expect(await shop.pull('orders')).toEqual([]);
  });

  test('what is withheld is promised to nobody, a service is always there', async () => {
    const withheld = new Map([['TEA', units(2)]]);
    expect(await place([line('TEA', 2)], withheld)).toMatchObject({ ok: false });
    const wrapping = { ...line('WRAP', 5), kind: 'service' } as const;
    expect(await place([line('TEA'), wrapping], withheld)).toMatchObject({ ok: true });
  });

  test('an order that was placed is answered again, however little is left', async () => {
    const wanted = placement(shop.storeId, [line('TEA', 3)]);
    const first = await placeOfferedOrder(shop.environment, wanted, new Map());
    expect(first.ok).toBe(true);
    expect(await placeOfferedOrder(shop.environment, wanted, new Map())).toEqual(first);
  });
});
