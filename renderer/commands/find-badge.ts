import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { verifyPin } from '../host/verify-pin.ts';

/** Shorter codes are no badges. */
const SHORTEST = 6;

/** Whose badge was scanned, of these people; null = nobody's. Checked without a network, as PINs are. */
export const findBadge = async (
  people: readonly StaffMember[],
  code: string,
): Promise<StaffMember | null> => {
  if (code.length < SHORTEST) return null;
  for (const person of people)
    if (person.badge && (await verifyPin(code, person.badge))) return person;
  return null;
};
