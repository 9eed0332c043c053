/** A shift longer than this was forgotten, or breaks the rules of several countries. Milliseconds. */
const LONGEST = 24 * 3_600_000;

/**
 * How long a shift has been open: `overdue` for over 24 hours; `clock_back` where the clock stands before its opening,
 * so that nobody can say.
 */
export type ShiftAge = 'normal' | 'overdue' | 'clock_back';

/** Both ISO 8601 UTC. */
export const shiftAgeOf = (openedAt: string, now: string): ShiftAge => {
  const age = Date.parse(now) - Date.parse(openedAt);
  if (age < 0) return 'clock_back';
  return age > LONGEST ? 'overdue' : 'normal';
};
