import { rolesOf } from '#shared/domain/settings/default-policy.ts';
import { useReferences } from '../queries/use-references.ts';
import { useSession } from './till-context.ts';

/** Basis points that whoever is signed in may take off a basket: what the role may, else what the store says. */
export const useDiscountLimit = (): number => {
  const { settings, policy } = useReferences();
  const role = useSession((state) => state.signedIn?.staff.role);
  const own = role === undefined ? null : rolesOf(policy)[role].discountLimit;
  return own ?? settings?.discountLimit ?? 0;
};
