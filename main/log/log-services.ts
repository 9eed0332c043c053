import { createAllowance } from '#shared/kernel/allowance.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Services } from '../calls/services.ts';
import type { ShellLog } from './create-shell-log.ts';

/** A page that fails in a circle must not push out of the log what began it. */
const MOST = 30;
const SPAN = 60_000;

/** The log as the page has it; `now` is in milliseconds since 1970. */
export const logServices = (
  log: Pick<ShellLog, 'note' | 'read'>,
  now: () => number,
): Required<Pick<Services, 'log.note' | 'log.read'>> => {
  const isLet = createAllowance(MOST, SPAN);
  return {
    'log.note': async ({ name, places }) => {
      if (isLet(now())) log.note('page_fault', { fault: name, at: places.join(',') });
      return ok(null);
    },
    'log.read': async () => ok(log.read()),
  };
};
