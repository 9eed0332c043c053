import { type DataState, isUpToDate } from '../data/data-state.ts';
import { dayOf } from '../data/days.ts';

/**
 * Whether a store's figures of a day can no longer change: those of today while its tills hold nothing back, those of
 * an earlier day once all its tills were complete on a later one. `completeAt`: ISO 8601, null = never.
 */
export const isDayComplete = (
  state: DataState,
  completeAt: string | null,
  day: string,
  timeZone: string,
): boolean => isUpToDate(state) || (completeAt !== null && dayOf(completeAt, timeZone) > day);
