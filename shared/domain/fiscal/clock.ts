import { offlineSince, type FiscalBook } from './book.ts';
import type { FiscalSettings } from './schema.ts';

const HOUR = 3_600_000;

/** From so little of the time on the till warns: a quarter of what a stretch may last. */
const WARNING = 0.25;

/** The legal clock of a till whose documents do not reach the authority. */
export type FiscalClock = {
  readonly since: string;
  /** When nothing more may be sold; null = no law says when. */
  readonly until: string | null;
  /** Milliseconds until then, never less than 0. */
  readonly left: number | null;
  readonly level: 'calm' | 'warning' | 'over';
};

const overlap = (from: number, to: number, since: number): number =>
  Math.max(0, to - Math.max(from, since));

/** What this month's stretches came to before the one that lasts, milliseconds; a month is one of UTC. */
const usedBefore = ({ stretches }: FiscalBook, monthStart: number): number =>
  stretches.reduce(
    (sum, { from, to }) => sum + overlap(Date.parse(from), Date.parse(to), monthStart),
    0,
  );

/** null = everything reaches the authority. `now`: the latest trusted time, ISO 8601 UTC. */
export const fiscalClock = (
  book: FiscalBook,
  { offlineHours, offlineHoursPerMonth }: FiscalSettings,
  now: string,
): FiscalClock | null => {
  const since = offlineSince(book);
  if (since === null) return null;
  const start = Date.parse(since);
  const monthStart = Date.parse(`${now.slice(0, 7)}-01T00:00:00.000Z`);
  const ends = [
    ...(offlineHours === null ? [] : [start + offlineHours * HOUR]),
    ...(offlineHoursPerMonth === null
      ? []
      : [
          Math.max(start, monthStart) +
            Math.max(0, offlineHoursPerMonth * HOUR - usedBefore(book, monthStart)),
        ]),
  ];
  if (ends.length === 0) return { since, until: null, left: null, level: 'calm' };
  const end = Math.min(...ends);
  const left = Math.max(0, end - Date.parse(now));
  const isNear = left <= WARNING * (end - start);
  const level = left === 0 ? 'over' : isNear ? 'warning' : 'calm';
  return { since, until: new Date(end).toISOString(), left, level };
};

/** When a shift becomes longer than the law lets one be: it takes no more money then, and can only be closed. */
export const shiftEnd = (openedAt: string, { shiftHours }: FiscalSettings): string =>
  new Date(Date.parse(openedAt) + shiftHours * HOUR).toISOString();
