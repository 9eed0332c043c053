const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** All of Kazakhstan is five hours ahead of UTC, in summer too. */
const OFFSET = 5 * HOUR;

const toTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const minutesAfter = (time: string, minutes: number): string =>
  toTime(Date.parse(time) + minutes * 60_000);

/** The start of the shop's day that lies this many days from that of `now`. */
export const daysAfter = (now: string, days: number): string => {
  const today = Math.floor((Date.parse(now) + OFFSET) / DAY) + days;
  return toTime(today * DAY - OFFSET);
};

/** 0 = Sunday, in the shop's own time. */
export const weekdayOf = (time: string): number => new Date(Date.parse(time) + OFFSET).getUTCDay();
