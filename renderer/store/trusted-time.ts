import type { OpenShift } from './shifts.ts';
import type { TillStore } from './till-store.ts';
import type { TrustedTime } from './trusted-clock.ts';

type Till = Pick<TillStore, 'time'>;

/** What the till knows of time, after the last contact was looked up (rule J7). */
export const trustedTime = ({ time }: Till): Promise<TrustedTime> => time.read();

/** The latest time that can be trusted (rule J7), ISO 8601 UTC. */
export const trustedNow = async (till: Till): Promise<string> => (await trustedTime(till)).at;

/** When a shift began by the time that it is measured with, and not by a clock that had been set back (rule J7). */
export const openedAt = ({ time }: Till, shift: OpenShift): string =>
  time.writtenAt(shift) ?? shift.openedAt;
