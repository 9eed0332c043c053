import { isPermitted, type Right } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { isAuthorityOld, rolesOf } from '#shared/domain/settings/default-policy.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedTime } from '../store/trusted-time.ts';

/** Whether this may be done by whoever acts, or with the leave of whoever approved, who is another person (rule R6). */
export const may = async (
  till: Pick<TillStore, 'view' | 'time'>,
  { staffId, approvedBy }: Pick<Actor, 'staffId' | 'approvedBy'>,
  right: Right,
): Promise<boolean> => {
  const { staff, policy } = till.view.references();
  const roleOf = (id: string | null): Role | null =>
    staff.find((person) => person.id === id)?.role ?? null;
  return isPermitted(right, {
    // Who was taken off the list while signed in is a cashier still.
    actor: roleOf(staffId) ?? 'cashier',
    approver: approvedBy === staffId ? null : roleOf(approvedBy),
    roles: rolesOf(policy),
    isStale: isAuthorityOld(policy, await trustedTime(till)),
  });
};
