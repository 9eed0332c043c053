import { useReferences } from '../queries/use-references.ts';
import { ownDiscountLimit } from './own-discount-limit.ts';
import { useSession } from './till-context.ts';
import { useAuthorityAge } from './use-authority-age.ts';

/** Basis points that whoever is signed in may take off a basket now. */
export const useDiscountLimit = (): number => {
  const references = useReferences();
  const isOld = useAuthorityAge();
  const staffId = useSession((state) => state.signedIn?.staff.id ?? null);
  return ownDiscountLimit(references, { staffId, isOld });
};
