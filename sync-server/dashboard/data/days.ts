const formats = new Map<string, Intl.DateTimeFormat>();

const dayFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish writes a date as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, made);
  return made;
};

/** Day (YYYY-MM-DD) of a moment, ISO 8601, in a time zone. */
export const dayOf = (at: string, timeZone: string): string =>
  dayFormat(timeZone).format(Date.parse(at));

/** Noon in UTC, which stands for the day where a moment is wanted. */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(noonOf(day)) + days * 86_400_000).toISOString().slice(0, 10);

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const weekdayOf = (day: string): Weekday =>
  WEEKDAYS[new Date(noonOf(day)).getUTCDay()] ?? 'sun';
