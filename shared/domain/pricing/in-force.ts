import type { LocalClock } from './local-clock.ts';
import type { HappyHours, Promotion } from './promotion.ts';

/** What is known of who buys: the groups they belong to and the codes they said. */
export type Buyer = { readonly groupIds: readonly string[]; readonly codes: readonly string[] };

export const NOBODY: Buyer = { groupIds: [], codes: [] };

const dayBefore = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1);

/** Hours that go on after midnight belong to the day on which they began. */
export const isWithinHours = (
  { days, from, to }: HappyHours,
  { weekday, minute }: LocalClock,
): boolean => {
  if (from < to) return days.includes(weekday) && from <= minute && minute < to;
  return (
    (days.includes(weekday) && from <= minute) || (days.includes(dayBefore(weekday)) && minute < to)
  );
};

/** Whether a promotion holds for this buyer at this moment; `clock` is asked for only by those that have hours. */
export const isInForce = (
  { startsAt, endsAt, hours, groupIds, code }: Promotion,
  { groupIds: groups, codes }: Buyer,
  at: string,
  clock: () => LocalClock,
): boolean =>
  startsAt <= at &&
  at < endsAt &&
  (code === null || codes.includes(code)) &&
  (groupIds === null || groupIds.some((group) => groups.includes(group))) &&
  (hours === null || isWithinHours(hours, clock()));
