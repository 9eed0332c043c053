import { useFormat } from '#renderer/ui/language/use-format.ts';
import { dayOf } from '../data/days.ts';
import { DayFilter } from './day-filter.tsx';
import { useNow } from './use-now.ts';

type TodayFilterProps = {
  readonly value: string | undefined;
  readonly placeholder: string;
  readonly onChange: (day: string | undefined) => void;
};

/** A day up to the one that it is in the surrounding store. */
export const TodayFilter = (props: TodayFilterProps) => {
  const { timeZone } = useFormat();
  const now = useNow();
  return <DayFilter {...props} today={dayOf(new Date(now).toISOString(), timeZone)} />;
};
