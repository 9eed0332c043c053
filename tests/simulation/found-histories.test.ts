import { expect, test } from 'vitest';
import { createMemoryStoreUnderTest } from './facts.ts';
import { runHistory } from './run-history.ts';
import { planOf, type Plan } from './steps.ts';
import { openSqlStores } from './sql-store-under-test.ts';
import { findViolation } from './find-violations.ts';
import { REAL } from './variant.ts';

const live = (plan: Plan) => runHistory(plan, REAL, createMemoryStoreUnderTest('epoch-1'));

test('P3 P4 what a fork had made seem contained shows again when the till hears that it is kept aside', async () => {
  const plan: Plan = {
    ...planOf(70148),
    tills: 2,
    stores: 1,
    batchLimit: 2,
    pageLimit: 3,
    stops: 0.02,
    weather: { loss: 0.05508111026138068, duplication: 0, slowness: 0.03006841584574431 },
    steps: [
      { type: 'placeOrder', till: 0, seed: 2178681111, milliseconds: 0 },
      { type: 'sell', till: 0, seed: 1353743598, milliseconds: 0 },
      { type: 'putOldCopyBack', till: 0, seed: 2477186257, milliseconds: 0 },
      { type: 'handOver', till: 0, seed: 3591979752, milliseconds: 3627 },
      { type: 'handOver', till: 0, seed: 805377448, milliseconds: 16 },
    ],
  };
  expect(await live(plan)).toBeNull();
});

test('J1–S8: a few histories on a database break no rule', async () => {
  const stores = await openSqlStores();
  try {
    const plans = Array.from({ length: 2 }, (_, index) => planOf(index + 1));
    const found = await findViolation(plans, REAL, () => stores.empty('epoch-1'));
    expect(found).toBeNull();
  } finally {
    await stores.close();
  }
});
