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

test('S5 a move that a channel asks for twice moves its order once', async () => {
  const plan: Plan = {
    ...planOf(2),
    tills: 3,
    stores: 2,
    batchLimit: 3,
    pageLimit: 4,
    stops: 0.02,
    weather: { loss: 0, duplication: 0, slowness: 0.008243992086499929 },
    steps: [
      { type: 'placeOrder', till: 0, seed: 1078840232, milliseconds: 391 },
      { type: 'moveOrder', till: 2, seed: 2525604823, milliseconds: 343 },
    ],
  };
  expect(await live(plan)).toBeNull();
});

test('S5 an edit that was done is not refused when it is asked for again and the order expired since', async () => {
  const plan: Plan = {
    ...planOf(28),
    tills: 3,
    stores: 1,
    batchLimit: 3,
    pageLimit: 3,
    stops: 0.02,
    weather: { loss: 0, duplication: 0, slowness: 0 },
    steps: [
      { type: 'placeOrder', till: 2, seed: 3450821122, milliseconds: 204 },
      { type: 'editOrder', till: 1, seed: 860167216, milliseconds: 130 },
      { type: 'expireOrder', till: 1, seed: 565226991, milliseconds: 158 },
    ],
  };
  expect(await live(plan)).toBeNull();
});

test('S5 goods that a restored server hears of before their line are in the sales ledger once it knows the line', async () => {
  const plan: Plan = {
    ...planOf(480),
    tills: 3,
    stores: 1,
    batchLimit: 1,
    pageLimit: 3,
    stops: 0.02,
    weather: { loss: 0, duplication: 0.012319300905801356, slowness: 0 },
    steps: [
      { type: 'placeOrder', till: 0, seed: 1702632526, milliseconds: 22945 },
      { type: 'backUp', till: 0, seed: 3312352577, milliseconds: 0 },
      { type: 'amend', till: 1, seed: 582372079, milliseconds: 7571 },
      { type: 'handOverPart', till: 2, seed: 3069060303, milliseconds: 0 },
      { type: 'receiveStock', till: 2, seed: 3164688613, milliseconds: 7368 },
      { type: 'backUp', till: 0, seed: 3933786220, milliseconds: 5695 },
      { type: 'restore', till: 1, seed: 214727404, milliseconds: 291 },
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
