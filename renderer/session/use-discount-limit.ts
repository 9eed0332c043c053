import { useReferences } from '../queries/use-references.ts';
import { useSession } from './till-context.ts';

const WHOLE = 10_000;

/** Basis points that whoever is signed in may take off a basket; a manager needs nobody's leave. */
export const useDiscountLimit = (): number => {
  const { settings } = useReferences();
  const role = useSession((state) => state.signedIn?.staff.role);
  return role === 'manager' ? WHOLE : (settings?.discountLimit ?? 0);
};
