import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { checkPin, type PinProblem } from './check-pin.ts';

export type SignInProblem = PinProblem;

/** Who stands at the till, by PIN. */
export const signIn = async (
  till: TillStore,
  staff: StaffMember,
  pin: string,
): Promise<Result<StaffMember, SignInProblem>> => {
  const checked = await checkPin(till, staff, pin);
  if (!checked.ok) return checked;
  const actor = { staffId: staff.id, shiftId: null, approvedBy: null };
  await till.journal.write(actor, async () => ok({ type: 'staff.signedIn', payload: {} }));
  return checked;
};
