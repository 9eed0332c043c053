import { useTill } from './till-context.ts';
import { useClock } from './use-now.ts';

/** The latest trusted time (rule J7) as ISO 8601, for prices and for what is over or not; told again like `useNow`, at its own minutes. */
export const useTrustedNow = (every: number): string => useClock(useTill().store.time.now, every);
