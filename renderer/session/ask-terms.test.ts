import { describe, expect, test } from 'vitest';
import { nextAsk } from '#shared/domain/catalog/asks.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { parkBasket } from '../commands/park-basket.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { ACTOR, AT, createTill, product, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { askTerms } from '../commands/ask-terms.ts';
import { addProduct, emptyBasket } from './open-basket.ts';
import { parkedContent, recalledBasket, withoutExpired } from './parked-content.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const after = (time: number): string => new Date(Date.parse(AT) + time).toISOString();

const meet = async ({ store, clock }: TestTill, clockOffset: number): Promise<void> => {
  const known = await readSyncState(store.ledger);
  await writeSyncState(store.ledger, { ...known, clockOffset, lastContactAt: clock.now });
  await store.time.read();
};

const milkUntil = (expires: string) => ({
  product: product('MILK'),
  particulars: { expires },
  quantity: units(1),
});

test('goods whose tax rate the till’s store does not know are never asked for anything else', async () => {
  const { store } = await createTill();
  const goods = { product: product('TEA', { taxRateId: 'elsewhere' }), particulars: {} };
  expect(nextAsk({ ...goods, quantity: units(1) }, askTerms(store))).toEqual({ type: 'untaxed' });
});

describe('the last day of goods', () => {
  test('J7 is over for good once it was, whoever sets the clock back', async () => {
    const till = await createTill();
    await meet(till, 0);
    const milk = milkUntil('2026-01-02');
    expect(nextAsk(milk, askTerms(till.store))).toBeNull();
    till.clock.now = after(DAY);
    expect(nextAsk(milk, askTerms(till.store))).toMatchObject({ type: 'expired' });
    till.clock.now = AT;
    expect(nextAsk(milk, askTerms(till.store))).toMatchObject({ type: 'expired' });
  });

  test('J7 ends at midnight by the server’s clock, in the store', async () => {
    const till = await createTill();
    // Ten minutes late: in Almaty it is one minute past midnight, and 23:51 by the till.
    till.clock.now = '2026-01-02T18:51:00.000Z';
    await meet(till, 10 * MINUTE);
    expect(nextAsk(milkUntil('2026-01-02'), askTerms(till.store))).toMatchObject({
      type: 'expired',
    });
  });

  test('is asked for again when a basket is recalled that waited over it', async () => {
    const till = await createTill();
    await meet(till, 0);
    const price = { anyone: minor(10_000), buyer: minor(10_000) };
    const basket = ['2026-01-02', '2026-01-09'].reduce(
      (open, expires) => addProduct(open, product('MILK'), units(1), SETTINGS, price, { expires }),
      emptyBasket('a', true),
    );
    await parkBasket(till.store, ACTOR, { basketId: 'a', content: parkedContent(basket) });
    const recall = () => {
      const [waiting] = till.store.view.parkedBaskets();
      if (!waiting) throw new Error('nothing is parked');
      return withoutExpired(recalledBasket(waiting, 'b', []), askTerms(till.store));
    };
    expect(recall().expired).toEqual([]);
    expect(recall().fresh.lines).toHaveLength(2);
    till.clock.now = after(DAY);
    const { fresh, expired } = recall();
    expect(expired).toMatchObject([{ on: '2026-01-02', line: { sku: 'MILK' } }]);
    expect(fresh.lines.map(({ particulars }) => particulars?.expires)).toEqual(['2026-01-09']);
    expect(fresh.selected).toBe(fresh.lines[0]?.id);
  });
});
