import { rolesOf } from '#shared/domain/settings/default-policy.ts';
import { discountLimitOf } from '#shared/domain/staff/rights.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { References } from '../store/references.ts';
import type { ApprovalQuestion } from './approver.ts';

type Asked = Pick<ApprovalQuestion, 'covers'> & {
  /** Who acts, by id; null = nobody is signed in. */
  readonly actor: string | null;
  /** The server was silent for longer than policy trusts what is known of people. */
  readonly isOld: boolean;
};

/** Who may give leave here: another person than who acts (rule R6), and of a discount one who may give as much themselves. */
export const approversOf = (
  { staff, settings, policy }: Pick<References, 'staff' | 'settings' | 'policy'>,
  { actor, isOld, covers }: Asked,
): StaffMember[] => {
  if (isOld) return [];
  const roles = rolesOf(policy);
  const ofStore = settings?.discountLimit ?? 0;
  return staff.filter(
    ({ id, role, storeIds }) =>
      roles[role].rights.includes('approve') &&
      id !== actor &&
      (!settings || storeIds.includes(settings.storeId)) &&
      (covers === null || covers(discountLimitOf(role, { roles, isStale: false, ofStore }))),
  );
};
