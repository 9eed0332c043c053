const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
};

/** A moment as the browser's field for date and time has it, by the clocks of a time zone (IANA name). */
export const localText = (at: string, timeZone: string): string => {
  const parts = formatOf(timeZone).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
};

/** By how much the clocks of a time zone are ahead of UTC at a moment, milliseconds. */
const aheadAt = (time: number, timeZone: string): number => {
  const minute = Math.floor(time / MINUTE) * MINUTE;
  return Date.parse(`${localText(new Date(minute).toISOString(), timeZone)}Z`) - minute;
};

/**
 * The moment that such a field says; `kept` is what stood there, and keeps the seconds that no field shows. A time that
 * clocks leap over is as much later. null = it says none.
 */
export const momentOf = (typed: string, kept: string | null, timeZone: string): string | null => {
  if (kept !== null && localText(kept, timeZone) === typed) return kept;
  const wall = Date.parse(`${typed}Z`);
  if (Number.isNaN(wall)) return null;
  const guess = wall - aheadAt(wall, timeZone);
  return new Date(wall - aheadAt(guess, timeZone)).toISOString();
};

/** Whose clocks say when something holds: those of the first store that is named, else of the chain's first. */
export const zoneOf = (
  storeIds: readonly string[],
  stores: readonly { readonly storeId: string; readonly timeZone: string }[],
): string =>
  (stores.find(({ storeId }) => storeId === storeIds[0]) ?? stores[0])?.timeZone ?? 'UTC';
