import { rolesOf } from '#shared/domain/settings/default-policy.ts';
import { discountLimitOf } from '#shared/domain/staff/rights.ts';
import type { References } from '../store/references.ts';

type Person = {
  /** null = nobody is signed in. */
  readonly staffId: string | null;
  /** The server was silent for longer than policy trusts what is known of people. */
  readonly isOld: boolean;
};

/**
 * Basis points that somebody may take off a basket by what the till knows now, not when they signed in: by their role, else what the
 * store says.
 */
export const ownDiscountLimit = (
  { staff, settings, policy }: Pick<References, 'staff' | 'settings' | 'policy'>,
  { staffId, isOld }: Person,
): number => {
  // Who was taken off the list while signed in is a cashier still.
  const role = staff.find(({ id }) => id === staffId)?.role ?? 'cashier';
  const ofStore = settings?.discountLimit ?? 0;
  return discountLimitOf(role, { roles: rolesOf(policy), isStale: isOld, ofStore });
};
