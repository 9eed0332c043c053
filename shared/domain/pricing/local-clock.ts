/** A moment as a clock on the wall of a store shows it. */
export type LocalClock = {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
};

/** `at` is ISO 8601, the time zone an IANA name. */
export const localClock = (timeZone: string, at: string): LocalClock => {
  const parts = formatOf(timeZone).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(of('weekday')) + 1,
    minute: Number(of('hour')) * 60 + Number(of('minute')),
  };
};
