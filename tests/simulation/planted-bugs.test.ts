import { describe, expect, test } from 'vitest';
import { findViolation } from './find-violations.ts';
import { plantedBugs } from './planted-bugs.ts';
import { planOf } from './steps.ts';

/** Histories that a bug may hide from. */
const PATIENCE = 300;

describe('of a rule broken on purpose the simulation notices:', () => {
  test.each(plantedBugs)('$name', async ({ variant, steps }) => {
    const plans = Array.from({ length: PATIENCE }, (_, index) => planOf(index + 1, steps));
    expect(await findViolation(plans, variant())).not.toBeNull();
  });
});
