import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { findBadge } from './find-badge.ts';
import { checkPin, type PinProblem } from './check-pin.ts';

export type SignInProblem = PinProblem;

const noteSignIn = async (till: TillStore, { id: staffId }: StaffMember): Promise<void> => {
  const actor = { staffId, shiftId: null, approvedBy: null };
  await till.journal.write(actor, async () => ok({ type: 'staff.signedIn', payload: {} }));
};

/** Who stands at the till, by the badge that was scanned; null = it is nobody's of these people. */
export const signInByBadge = async (
  till: TillStore,
  people: readonly StaffMember[],
  code: string,
): Promise<StaffMember | null> => {
  const person = await findBadge(till, { people, code, signedIn: null });
  if (person) await noteSignIn(till, person);
  return person;
};

/** Who stands at the till, by PIN. */
export const signIn = async (
  till: TillStore,
  staff: StaffMember,
  pin: string,
): Promise<Result<StaffMember, SignInProblem>> => {
  const checked = await checkPin(till, { staff, pin, signedIn: null });
  if (checked.ok) await noteSignIn(till, staff);
  return checked;
};
