import { daysAfter, weekdayOf } from './calendar.ts';
import { createWeighted, type Random } from './random.ts';

/** How busy each hour of a day is; the stores never close. */
const HOURS = [
  22, 16, 12, 10, 10, 14, 24, 38, 48, 52, 56, 62, 72, 70, 60, 58, 64, 78, 96, 100, 80, 58, 40, 28,
] as const;

/** Percent of a usual day, from Sunday on. */
const WEEKDAYS = [112, 92, 90, 95, 98, 110, 118] as const;

const hourOf = createWeighted([...HOURS.keys()], (hour) => HOURS[hour] ?? 0);

/** When customers come on the days from `firstDay` (before today) to `until`, in order. */
export const receiptTimes = (
  now: string,
  firstDay: number,
  perDay: number,
  until: string,
  random: Random,
): string[] => {
  const times: string[] = [];
  for (let day = firstDay; day <= 0; day += 1) {
    const start = daysAfter(now, day);
    const usual = Math.floor((perDay * (WEEKDAYS[weekdayOf(start)] ?? 100)) / 100);
    const count = usual - 3 + random.below(7);
    for (let receipt = 0; receipt < count; receipt += 1) {
      const hour = hourOf(random);
      const at = Date.parse(start) + hour * 3_600_000 + random.below(3_600_000);
      times.push(new Date(at).toISOString());
    }
  }
  return times.filter((time) => time <= until).toSorted();
};
