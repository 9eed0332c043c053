import { expect, test } from 'vitest';
import { findViolation } from './find-violations.ts';
import { planOf } from './steps.ts';

/** Enough to meet each trouble now and then; `npm run simulate` lives through thousands. */
const HISTORIES = 300;

test('J1–S8: histories of tills and a server break no rule', async () => {
  const plans = Array.from({ length: HISTORIES }, (_, index) => planOf(index + 1));
  expect(await findViolation(plans)).toBeNull();
});
