import { createAllowance } from '#shared/kernel/allowance.ts';
import { faultOf } from '#shared/kernel/fault-of.ts';
import type { Shell } from './shell.ts';

/** What the page's window tells of, and all that is needed of it. */
export type FaultSource = Pick<Window, 'addEventListener'>;

/** As many in a minute as the shell's log takes of them. */
const MOST = 30;
const SPAN = 60_000;

/**
 * What goes wrong in the page is noted in its shell's log, as its console is seen by nobody. Without a shell it is in the
 * console alone.
 */
export const noteFaults = (source: FaultSource, { call }: Shell): void => {
  const isLet = createAllowance(MOST, SPAN);
  const note = (error: unknown): void => {
    if (isLet(performance.now())) void call('log.note', faultOf(error));
  };
  source.addEventListener('error', (event) => note(event.error));
  source.addEventListener('unhandledrejection', (event) => note(event.reason));
};
