import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { verifyPin } from '../host/verify-pin.ts';
import type { TillStore } from '../store/till-store.ts';
import { noteRefusal } from './note-refusal.ts';

export type PinProblem =
  | { readonly type: 'pin_wrong'; readonly triesLeft: number }
  | { readonly type: 'pin_locked'; readonly until: string };

type LockOut = { readonly failures: number; readonly until: string | null };

/** Wrong tries before a PIN is refused, and for how long (milliseconds): they deter, they do not prove (rule T4). */
const TRIES = 5;
const LOCKED_FOR = 60_000;

const lockOutKey = (staffId: string): string => `lock-out:${staffId}`;

/** Further off than any lock-out lasts, the clock was set back meanwhile: nobody is locked out for the year it was wrong. */
const isAhead = (until: string, now: string): boolean => {
  const left = Date.parse(until) - Date.parse(now);
  return left > 0 && left <= LOCKED_FOR;
};

const fresh: LockOut = { failures: 0, until: null };

type Entered = {
  readonly staff: StaffMember;
  readonly pin: string;
  /** Who is at the till meanwhile, by id; null = nobody is. */
  readonly signedIn: string | null;
};

/**
 * Whether this is the person's PIN, checked without a network; wrong tries are counted on disk (rule J6), and the one
 * that locks it is on record (rule T4).
 */
export const checkPin = async (
  till: TillStore,
  { staff, pin, signedIn }: Entered,
): Promise<Result<StaffMember, PinProblem>> => {
  const { ledger, now } = till;
  const key = lockOutKey(staff.id);
  const lockOut = (await ledger.readLocal<LockOut>(key)) ?? fresh;
  if (lockOut.until !== null && isAhead(lockOut.until, now()))
    return fail({ type: 'pin_locked', until: lockOut.until });
  if (!(await verifyPin(pin, staff.pin))) {
    const failures = lockOut.failures + 1;
    const isLocked = failures >= TRIES;
    const until = isLocked ? new Date(Date.parse(now()) + LOCKED_FOR).toISOString() : null;
    await ledger.writeLocal(key, { failures: isLocked ? 0 : failures, until });
    if (until === null) return fail({ type: 'pin_wrong', triesLeft: TRIES - failures });
    await noteRefusal(till, { kind: 'pin', whose: staff.id, signedIn });
    return fail({ type: 'pin_locked', until });
  }
  if (lockOut.failures > 0 || lockOut.until !== null) await ledger.writeLocal(key, fresh);
  return ok(staff);
};
