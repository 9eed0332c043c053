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

test('J2 money that paid an order pays nothing more when a second press finds the order changed', async () => {
  const plan: Plan = {
    ...planOf(12348),
    tills: 3,
    stores: 1,
    batchLimit: 200,
    pageLimit: 3,
    stops: 0.27844917157199234,
    weather: { loss: 0, duplication: 0, slowness: 0.21477011383976788 },
    steps: [
      { type: 'placeOrder', till: 2, seed: 3994766367, milliseconds: 235 },
      { type: 'receiveStock', till: 2, seed: 3485405449, milliseconds: 0 },
      { type: 'receiveStock', till: 1, seed: 3595800910, milliseconds: 174 },
      { type: 'placeOrder', till: 2, seed: 3193017624, milliseconds: 0 },
      { type: 'receiveStock', till: 1, seed: 411411204, milliseconds: 0 },
      { type: 'wait', till: 0, seed: 362759255, milliseconds: 40000 },
      { type: 'clockJumps', till: 0, seed: 3435171619, milliseconds: 75 },
      { type: 'lookAtScreen', till: 2, seed: 622955883, milliseconds: 0 },
      { type: 'resolve', till: 0, seed: 1972094876, milliseconds: 232 },
      { type: 'cancelOrder', till: 0, seed: 1724779725, milliseconds: 11921 },
      { type: 'prepare', till: 0, seed: 3360642181, milliseconds: 518 },
      { type: 'extend', till: 1, seed: 997692394, milliseconds: 6801 },
      { type: 'cancelOrder', till: 2, seed: 2621800630, milliseconds: 0 },
      { type: 'placeOrder', till: 1, seed: 3541015517, milliseconds: 245 },
      { type: 'resolve', till: 1, seed: 3852484346, milliseconds: 2607 },
      { type: 'pay', till: 0, seed: 2966069966, milliseconds: 216 },
      { type: 'restore', till: 1, seed: 4279683363, milliseconds: 237 },
      { type: 'release', till: 2, seed: 1328002858, milliseconds: 377 },
      { type: 'lookAtScreen', till: 0, seed: 3536871299, milliseconds: 264 },
      { type: 'restore', till: 2, seed: 1616072293, milliseconds: 222 },
      { type: 'amend', till: 0, seed: 1717996736, milliseconds: 35 },
      { type: 'handOverPart', till: 2, seed: 4171813597, milliseconds: 173 },
      { type: 'answerRefunds', till: 0, seed: 592928639, milliseconds: 49 },
      { type: 'exchange', till: 2, seed: 3620341725, milliseconds: 110 },
      { type: 'editOrder', till: 2, seed: 1289324510, milliseconds: 46 },
      { type: 'placeOrder', till: 1, seed: 1026358241, milliseconds: 373 },
      { type: 'handOver', till: 1, seed: 447867142, milliseconds: 0 },
      { type: 'extend', till: 1, seed: 282845749, milliseconds: 35 },
      { type: 'handOverPart', till: 2, seed: 2945777994, milliseconds: 63 },
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

test('S2 P3 what an order seems to contain shows until the till knows again that it is kept aside', async () => {
  expect(await live(planOf(20265920))).toBeNull();
});
