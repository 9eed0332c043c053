import type { HourSales } from '#shared/protocol/dashboard.ts';

export type ShownHour = {
  readonly hour: number;
  /** null = still to come. */
  readonly netSales: number | null;
  readonly lastWeek: number;
};

/** The hours most shops are open; shown even where nothing was sold in them. */
const OPENING = 9;
const CLOSING = 20;

const hasSales = ({ netSales, lastWeek }: HourSales): boolean => netSales !== 0 || lastWeek !== 0;

/**
 * The part of the day in which there is something to see; empty when there is nothing on either day.
 * `currentHour`: of today; null for a day that is over.
 */
export const hoursShown = (
  hours: readonly HourSales[],
  currentHour: number | null,
): readonly ShownHour[] => {
  const busy = hours.filter(hasSales).map(({ hour }) => hour);
  if (busy.length === 0) return [];
  const first = Math.min(OPENING, ...busy);
  const last = Math.max(CLOSING, ...busy);
  return hours
    .filter(({ hour }) => hour >= first && hour <= last)
    .map(({ hour, netSales, lastWeek }) => ({
      hour,
      netSales: currentHour !== null && hour > currentHour ? null : netSales,
      lastWeek,
    }));
};
