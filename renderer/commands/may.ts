import { isPermitted, type Right } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { isAuthorityOld, rolesOf } from '#shared/domain/settings/default-policy.ts';
import type { Actor } from '../store/journal.ts';
import type { References } from '../store/references.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedTime } from '../store/trusted-time.ts';

type Rights = Pick<Actor, 'staffId' | 'approvedBy'> & {
  /** The server was silent for longer than policy trusts what is known of people. */
  readonly isOld: boolean;
};

/** As `may`, of what is known already. */
export const mayBy = (
  { staff, policy }: Pick<References, 'staff' | 'policy'>,
  right: Right,
  { staffId, approvedBy, isOld }: Rights,
): boolean => {
  const roleOf = (id: string | null): Role | null =>
    staff.find((person) => person.id === id)?.role ?? null;
  return isPermitted(right, {
    // Who was taken off the list while signed in is a cashier still.
    actor: roleOf(staffId) ?? 'cashier',
    approver: approvedBy === staffId ? null : roleOf(approvedBy),
    roles: rolesOf(policy),
    isStale: isOld,
  });
};

/** Whether this may be done by whoever acts, or with the leave of whoever approved, who is another person (rule R6). */
export const may = async (
  till: Pick<TillStore, 'view' | 'time'>,
  { staffId, approvedBy }: Pick<Actor, 'staffId' | 'approvedBy'>,
  right: Right,
): Promise<boolean> => {
  const references = till.view.references();
  const isOld = isAuthorityOld(references.policy, await trustedTime(till));
  return mayBy(references, right, { staffId, approvedBy, isOld });
};
