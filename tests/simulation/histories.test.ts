import { expect, test } from 'vitest';
import { ORDER_KINDS, STOCK_KINDS } from '#shared/domain/exception/contradictions.ts';
import { createMemoryStoreUnderTest, type StoreUnderTest } from './facts.ts';
import { findViolation } from './find-violations.ts';
import { planOf } from './steps.ts';
import { REAL } from './variant.ts';

/** Enough to meet each trouble now and then; `npm run simulate` lives through thousands. */
const HISTORIES = 300;

test('J1–S8: histories of tills, channels and a server break no rule, and orders meet every contradiction', async () => {
  const stores: StoreUnderTest[] = [];
  const plans = Array.from({ length: HISTORIES }, (_, index) => planOf(index + 1));
  const found = await findViolation(plans, REAL, async () => {
    const store = createMemoryStoreUnderTest('epoch-1');
    stores.push(store);
    return store;
  });
  expect(found).toBeNull();
  const all = await Promise.all(stores.map((store) => store.facts()));
  const points = all.flatMap((facts) => facts.points);
  const parts = ['earned', 'takenBack', 'spent', 'restored'] as const;
  expect(parts.filter((part) => points.every((row) => row[part] <= 0))).toEqual([]);
  const met = all.flatMap((facts) => facts.documents('exceptions').map((row) => row.document.kind));
  const kinds = [...ORDER_KINDS, ...STOCK_KINDS, 'delivery_differs'] as const;
  expect(kinds.filter((kind) => !met.includes(kind))).toEqual([]);
});
