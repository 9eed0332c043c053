import { expect, test } from 'vitest';
import { createRefresher } from './refresher.ts';

/** A refresh whose runs the test ends by hand. */
const createRuns = () => {
  const ends: (() => void)[] = [];
  return {
    begun: () => ends.length,
    refresh: () => new Promise<void>((resolve) => ends.push(resolve)),
    endLast: async () => {
      ends.at(-1)?.();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
};

const noPause = async (): Promise<void> => undefined;

test('a refresh starts at once', () => {
  const runs = createRuns();
  const ask = createRefresher(runs.refresh, noPause);
  ask();
  expect(runs.begun()).toBe(1);
});

test('what is asked for during a refresh makes one more after it', async () => {
  const runs = createRuns();
  const ask = createRefresher(runs.refresh, noPause);
  ask();
  ask();
  ask();
  expect(runs.begun()).toBe(1);
  await runs.endLast();
  expect(runs.begun()).toBe(2);
  await runs.endLast();
  expect(runs.begun()).toBe(2);
});

test('a refresh that ended can be asked for again', async () => {
  const runs = createRuns();
  const ask = createRefresher(runs.refresh, noPause);
  ask();
  await runs.endLast();
  ask();
  expect(runs.begun()).toBe(2);
});
