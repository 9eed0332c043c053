import { type Minor, minor } from '#shared/kernel/money.ts';
import type { PointsRule } from './schema.ts';

/** A hundred major units in minor ones. */
const HUNDRED = 10_000n;

/** Points for money paid; what does not make a whole one is not given. */
export const earnedOn = ({ perHundred }: Pick<PointsRule, 'perHundred'>, paid: Minor): number =>
  paid <= 0 ? 0 : Number((BigInt(paid) * BigInt(perHundred)) / HUNDRED);

/** What so many points pay. */
export const worthOf = ({ worth }: Pick<PointsRule, 'worth'>, points: number): Minor =>
  minor(points * worth);

/** The most that `points` may pay of `left`: whole points only, so it may be a little less than all of it. */
export const mostToSpend = (
  { worth }: Pick<PointsRule, 'worth'>,
  points: number,
  left: Minor,
): number => Math.max(0, Math.min(points, Math.floor(left / worth)));
