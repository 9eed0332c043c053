import type { Category } from '#shared/domain/catalog/schema.ts';
import { daysAfter, minutesAfter } from './calendar.ts';
import { peopleOf } from './demo-staff.ts';
import type { DemoShop } from './demo-shop.ts';
import { demoStock } from './demo-stock.ts';
import type { DemoStore } from './demo-stores.ts';
import type { Act } from './demo-till.ts';
import type { Random } from './random.ts';
import { receiptTimes } from './receipt-times.ts';
import { receiveGoods } from './receive-goods.ts';
import { type PlacedOrder, tellPast } from './tell-past.ts';

/** Days before today of which the demo knows. */
export const PAST_DAYS = 14;

/** Shifts change at eight in the morning and in the evening. */
const shiftChanges = (now: string): string[] => {
  const first = daysAfter(now, -PAST_DAYS);
  const days = Array.from({ length: PAST_DAYS + 1 }, (_, index) => daysAfter(first, index));
  return [first, ...days.flatMap((day) => [minutesAfter(day, 8 * 60), minutesAfter(day, 20 * 60)])];
};

/** As tills number receipts: the generation shows only after the first. */
const seriesOf = (journalId: string): string => {
  const [till = '', generation] = journalId.split('_');
  return generation === '1' ? till : `${till}-${generation}`;
};

/**
 * Two weeks of a store at its one till that was open, up to now or to when the till was cut off: goods come, people
 * buy, bring back and collect. What is left is what the store is to have.
 */
export const storePast = (
  store: DemoStore,
  journalId: string,
  shop: DemoShop,
  categories: readonly Category[],
  orders: readonly PlacedOrder[],
  now: string,
  random: Random,
): Act[] => {
  const { storeId, tillId } = store;
  const { cashiers, manager } = peopleOf(storeId);
  const until = minutesAfter(now, -store.silence.minutes);
  const acts = tellPast(
    {
      shop,
      tillId,
      journalId,
      series: seriesOf(journalId),
      cashiers,
      manager,
      before: categories.length,
      times: receiptTimes(now, -PAST_DAYS, store.receiptsPerDay, until, random),
      shiftChanges: shiftChanges(now),
      orders,
      until,
    },
    random,
  );
  const left = demoStock(storeId, shop.products, random);
  const past = { acts, orders, until };
  const deliveries = receiveGoods(storeId, shop.products, categories, left, past);
  const at = daysAfter(now, -PAST_DAYS);
  return [
    ...deliveries.map((content) => ({
      at,
      staffId: manager,
      shiftId: null,
      approvedBy: null,
      content,
    })),
    ...acts,
  ];
};
