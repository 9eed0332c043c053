import type { Actor } from '../store/journal.ts';
import type { References } from '../store/references.ts';

/** A manager acts, or another person does and a manager approved (rule R6). */
export const hasManager = (
  { staff }: Pick<References, 'staff'>,
  { staffId, approvedBy }: Actor,
): boolean => {
  const isManager = (id: string): boolean =>
    staff.some((person) => person.id === id && person.role === 'manager');
  return (
    isManager(staffId) || (approvedBy !== null && approvedBy !== staffId && isManager(approvedBy))
  );
};
