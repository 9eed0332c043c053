import { isWithinLimit } from '#shared/domain/pricing/manual-discounts.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { useReferences } from '../queries/use-references.ts';
import { approversOf } from './approvers.ts';
import { type AllowedDiscount, allowedDiscount, approvalOf } from './discount-approval.ts';
import { useBasket, useSession, useTill } from './till-context.ts';
import { useAuthorityAge } from './use-authority-age.ts';
import { useDiscountLimit } from './use-discount-limit.ts';

/**
 * Whether the open basket may be sold with what people took off it: what that comes to changes with the basket, so that it is judged
 * when it is paid, and a manager is asked in place (rule R6). null = one was needed, and none approved.
 */
export const useDiscountApproval = (
  lines: readonly PricedLine[],
): (() => Promise<AllowedDiscount | null>) => {
  const { approver } = useTill();
  const approval = useBasket((state) => state.basket.approval);
  const change = useBasket((state) => state.change);
  const actor = useSession((state) => state.signedIn?.staff.id ?? null);
  const references = useReferences();
  const isOld = useAuthorityAge();
  const own = useDiscountLimit();
  return async () => {
    const covers = (limit: number): boolean => isWithinLimit(lines, limit);
    const approvers = approversOf(references, { actor, isOld, covers });
    const allowed = allowedDiscount(lines, approval, { own, approvers });
    if (allowed) return allowed;
    const managerId = await approver.ask(covers);
    if (managerId === null) return null;
    const given = approvalOf(managerId, lines);
    change((basket) => ({ ...basket, approval: given }));
    return { discountLimit: given.limit, managerId };
  };
};
