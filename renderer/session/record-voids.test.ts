import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { createDyingLedger, journalOf } from '../commands/payment-machine.fixture.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, createTill, product, SETTINGS } from '../store/till.fixture.ts';
import { openBasketStore } from './basket-store.ts';
import { addProduct, type OpenBasket, removeLine, setQuantity } from './open-basket.ts';
import { recordGivenUp, recordVoids } from './record-voids.ts';

const PRICE = { anyone: minor(10_000), buyer: minor(10_000) };

/** Two teas and a cake are in the basket; then the disk takes nothing more until it is mended. */
const opened = async () => {
  const { ledger, dieAt } = createDyingLedger(createMemoryLedger());
  const till = await createTill(ledger);
  const basket = await openBasketStore(till.store);
  const put = (sku: string, pieces: number): void =>
    basket
      .getState()
      .change((open) => addProduct(open, product(sku), units(pieces), SETTINGS, PRICE));
  put('TEA', 2);
  put('CAKE', 1);
  await expect
    .poll(async () => (await ledger.readLocal<OpenBasket>('basket'))?.lines.length)
    .toBe(2);
  return {
    ledger,
    basket,
    put,
    breakDisk: () => dieAt(1, false),
    mendDisk: () => dieAt(Number.POSITIVE_INFINITY, false),
    lessen: (change: (open: OpenBasket) => OpenBasket): Promise<void> => {
      const { basket: open, lessen } = basket.getState();
      return lessen(change(open), (gone) =>
        recordVoids(till.store, ACTOR, { basket: open, gone, reason: 'mistake' }),
      );
    },
    giveUp: (): Promise<void> =>
      basket
        .getState()
        .giveUp((open) => recordGivenUp(till.store, ACTOR, { basket: open, reason: 'mistake' })),
    pieces: (): Record<string, number> =>
      Object.fromEntries(
        basket.getState().basket.lines.map(({ sku, quantity }) => [sku, quantity]),
      ),
  };
};

describe('goods that are taken out of the basket', () => {
  beforeEach(() => {
    vi.stubGlobal('reportError', vi.fn<typeof reportError>());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('R7: leave it with a record of each line, and are not said to be back', async () => {
    const { ledger, basket, lessen, pieces } = await opened();
    await lessen((open) => removeLine(open, '2'));
    await lessen((open) => setQuantity(open, '1', units(1)));
    expect(pieces()).toEqual({ TEA: units(1) });
    expect(basket.getState().isPutBack).toBe(false);
    expect(await journalOf(ledger)).toMatchObject([
      { type: 'line.voided', payload: { sku: 'CAKE', quantity: units(1) } },
      { type: 'line.voided', payload: { sku: 'TEA', quantity: units(1) } },
    ]);
  });

  test('R7: are in it again, and that is said, when the disk refuses the record', async () => {
    const { ledger, basket, breakDisk, mendDisk, put, lessen, pieces } = await opened();
    breakDisk();
    const taken = lessen((open) => removeLine(setQuantity(open, '1', units(1)), '2'));
    expect(pieces()).toEqual({ TEA: units(1) });
    await taken;
    expect(pieces()).toEqual({ TEA: units(2), CAKE: units(1) });
    expect(basket.getState().isPutBack).toBe(true);
    mendDisk();
    put('BUN', 1);
    expect(basket.getState().isPutBack).toBe(false);
    expect(await journalOf(ledger)).toEqual([]);
  });

  test('R7: an undo that cannot be recorded is none, whatever came in meanwhile', async () => {
    const { basket, breakDisk, put, pieces } = await opened();
    breakDisk();
    const { history, lessen } = basket.getState();
    const [before] = history.slice(-1);
    if (!before) throw new Error('nothing to undo');
    const undone = lessen(before, async (gone) => gone);
    put('BUN', 1);
    await undone;
    expect(pieces()).toEqual({ TEA: units(2), BUN: units(1), CAKE: units(1) });
    expect(new Set(basket.getState().basket.lines.map(({ id }) => id)).size).toBe(3);
  });

  test('R7: a basket that is given up is back, and that is said, when the disk refuses the record', async () => {
    const { ledger, basket, breakDisk, mendDisk, giveUp, pieces } = await opened();
    breakDisk();
    await giveUp();
    expect(pieces()).toEqual({ TEA: units(2), CAKE: units(1) });
    expect(basket.getState().isPutBack).toBe(true);
    mendDisk();
    await giveUp();
    expect(pieces()).toEqual({});
    expect(basket.getState().isPutBack).toBe(false);
    expect(await journalOf(ledger)).toMatchObject([{ type: 'basket.voided' }]);
  });
});
