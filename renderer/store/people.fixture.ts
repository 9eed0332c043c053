import type { Role } from '#shared/domain/staff/role.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';

/** Somebody of store ONE, with a PIN that nobody has. */
export const person = (id: string, role: Role): StaffMember => ({
  id,
  name: id,
  role,
  storeIds: ['ONE'],
  pin: { salt: 'a'.repeat(16), iterations: 1, hash: 'b'.repeat(43) },
  active: true,
});

/** As a document that comes down. */
export const staffReference = (id: string, role: Role) => ({
  type: 'staff' as const,
  value: person(id, role),
});
