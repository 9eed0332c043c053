import { afterEach, describe, expect, test, vi } from 'vitest';
import { parkBasket, recallBasket } from '../commands/park-basket.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { units } from '#shared/kernel/quantity.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, AT, createTill, product, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { openBasketStore, type BasketStore } from './basket-store.ts';
import { parkedContent, recalledBasket } from './parked-content.ts';
import { addProduct, removeLine, setQuantity } from './open-basket.ts';

const PRICE = { anyone: minor(10_000), buyer: minor(10_000) };

const open = ({ store }: TestTill): Promise<BasketStore> => openBasketStore(store);

const add = (basket: BasketStore, sku: string): void =>
  basket.getState().change((now) => addProduct(now, product(sku), units(1), SETTINGS, PRICE));

const skus = (basket: BasketStore): string[] =>
  basket.getState().basket.lines.map(({ sku }) => sku);

/** Resolves when the basket on the disk has so many lines. */
const saved = ({ store }: TestTill, lines: number): Promise<void> =>
  expect
    .poll(
      async () => (await store.ledger.readLocal<{ lines: unknown[] }>('basket'))?.lines.length,
      {
        timeout: 20_000,
      },
    )
    .toBe(lines);

afterEach(() => vi.unstubAllGlobals());

describe('the open basket', () => {
  test('J6: is there after a crash, with the order it will be', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    add(basket, 'CAKE');
    await saved(till, 2);
    const again = await open(await till.restart());
    expect(skus(again)).toEqual(['TEA', 'CAKE']);
    expect(again.getState().basket).toEqual(basket.getState().basket);
  });

  test('J2 J6: that was paid before a crash is not offered again', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    await saved(till, 1);
    const { orderId } = basket.getState().basket;
    const sold = await completeSale(till.store, ACTOR, {
      orderId,
      basket: basket.getState().basket,
      customerId: null,
      offers: [{ id: 'paid', tender: 'cash', tendered: minor(10_000), reference: null }],
      pricedAt: AT,
    });
    expect(sold.ok).toBe(true);
    const again = await open(await till.restart());
    expect(skus(again)).toEqual([]);
    expect(again.getState().basket.orderId).not.toBe(orderId);
  });

  test('J6: what is saved last is what was changed last', async () => {
    const memory = createMemoryLedger();
    let writes = 0;
    const till = await createTill({
      ...memory,
      writeLocal: async (key, value) => {
        writes += 1;
        // The first writes take longest.
        for (let turns = Math.max(0, 20 - writes); turns > 0; turns -= 1) await Promise.resolve();
        await memory.writeLocal(key, value);
      },
    });
    const basket = await open(till);
    for (let count = 1; count <= 10; count += 1) add(basket, `SKU-${count}`);
    await saved(till, 10);
    expect(await open(await till.restart()).then(skus)).toEqual(skus(basket));
  });

  test('J6: a write that fails is reported, and the next change is kept', async () => {
    const memory = createMemoryLedger();
    let isBroken = false;
    const till = await createTill({
      ...memory,
      writeLocal: (key, value) =>
        isBroken ? Promise.reject(new Error('disk full')) : memory.writeLocal(key, value),
    });
    const reported = vi.fn<typeof reportError>();
    vi.stubGlobal('reportError', reported);
    const basket = await open(till);
    isBroken = true;
    add(basket, 'TEA');
    await vi.waitFor(() => expect(reported).toHaveBeenCalledWith(new Error('disk full')));
    isBroken = false;
    add(basket, 'CAKE');
    await saved(till, 2);
  });

  test('a new basket is a new order', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    const before = basket.getState().basket.orderId;
    basket.getState().startNew();
    expect(skus(basket)).toEqual([]);
    expect(basket.getState().basket.orderId).not.toBe(before);
    await saved(till, 0);
    basket.getState().undo();
    expect(skus(basket)).toEqual([]);
  });

  /** As F11 does. */
  const park = ({ store }: TestTill, basket: BasketStore) =>
    basket
      .getState()
      .park((open) =>
        parkBasket(store, ACTOR, { basketId: open.orderId, content: parkedContent(open) }),
      );

  test('J6: that was parked is not open as well after a crash, however early', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    await saved(till, 1);
    const before = basket.getState().basket;
    // The fact is on disk, and the new basket is not yet.
    const payload = { basketId: before.orderId, content: parkedContent(before) };
    expect((await parkBasket(till.store, ACTOR, payload)).ok).toBe(true);
    const restarted = await till.restart();
    expect(skus(await open(restarted))).toEqual([]);
    expect(restarted.store.view.parkedBaskets()).toHaveLength(1);
    await saved(restarted, 0);
  });

  test('J6: what is scanned while one is being parked is in the next', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    const parking = park(till, basket);
    add(basket, 'CAKE');
    expect((await parking).ok).toBe(true);
    expect(skus(basket)).toEqual(['CAKE']);
    await saved(till, 1);
    expect(skus(await open(await till.restart()))).toEqual(['CAKE']);
  });

  test('J6: a basket that could not be parked is open again, with what was scanned meanwhile', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    const { orderId } = basket.getState().basket;
    const parking = basket.getState().park(async () => fail({ type: 'storage_failed' as const }));
    add(basket, 'CAKE');
    expect(await parking).toEqual(fail({ type: 'storage_failed' }));
    expect(skus(basket)).toEqual(['TEA', 'CAKE']);
    expect(basket.getState().basket).toMatchObject({ orderId, added: 2 });
    await saved(till, 2);
  });

  test('J6: a basket is parked or open after a crash in the middle of its recall, never neither', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    await park(till, basket);
    const [parked] = till.store.view.parkedBaskets();
    if (!parked) throw new Error('nothing is parked');
    const next = recalledBasket(parked, 'next', []);
    // The till stops when the basket is on disk and the fact is not.
    const never = new Promise<{ readonly ok: true }>(() => undefined);
    void basket.getState().recall(next, () => never);
    await saved(till, 1);
    const early = await till.restart();
    expect(skus(await open(early))).toEqual([]);
    expect(early.store.view.parkedBaskets()).toHaveLength(1);

    const again = await open(early);
    const ids = { basketId: parked.id, nextOrderId: 'next' };
    const recalled = await again
      .getState()
      .recall(next, () => recallBasket(early.store, ACTOR, ids));
    expect(recalled.ok).toBe(true);
    const late = await early.restart();
    expect((await open(late)).getState().basket).toEqual(next);
    expect(late.store.view.parkedBaskets()).toEqual([]);
  });

  test('a recall that is refused leaves the basket as it was', async () => {
    const till = await createTill();
    const basket = await open(till);
    add(basket, 'TEA');
    const refused = fail({ type: 'basket_not_parked' as const });
    const other = { ...basket.getState().basket, orderId: 'other', lines: [] };
    expect(await basket.getState().recall(other, async () => refused)).toEqual(refused);
    expect(skus(basket)).toEqual(['TEA']);
    await saved(till, 1);
  });

  test('each change can be undone, the last first', async () => {
    const basket = await open(await createTill());
    add(basket, 'TEA');
    add(basket, 'CAKE');
    basket.getState().change((now) => removeLine(now, '1'));
    basket.getState().change((now) => setQuantity(now, '2', units(4)));
    const { undo } = basket.getState();
    undo();
    expect(basket.getState().basket.lines[0]?.quantity).toBe(units(1));
    undo();
    expect(skus(basket)).toEqual(['TEA', 'CAKE']);
    undo();
    undo();
    undo();
    expect(skus(basket)).toEqual([]);
  });

  test('a change that changes nothing is none', async () => {
    const basket = await open(await createTill());
    basket.getState().change((now) => now);
    expect(basket.getState().history).toEqual([]);
  });
});
