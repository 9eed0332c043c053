import {
  hasManualDiscount,
  isWithinLimit,
  manualShare,
} from '#shared/domain/pricing/manual-discounts.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { DiscountApproval } from './open-basket.ts';
import { useBasket, useTill } from './till-context.ts';
import { useDiscountLimit } from './use-discount-limit.ts';

/** What people took off is allowed up to `limit`; null = a manager was needed, and none approved. */
export type AllowedDiscount = {
  readonly discountLimit: number;
  readonly managerId: string | null;
};

/**
 * Whether the open basket may be sold with what people took off it: the share grows as other lines are taken out, so
 * that it is asked again when it is paid, in place (rule R6).
 */
export const useDiscountApproval = (
  lines: readonly PricedLine[],
): (() => Promise<AllowedDiscount | null>) => {
  const { approver } = useTill();
  const approval = useBasket((state) => state.basket.approval);
  const change = useBasket((state) => state.change);
  const own = useDiscountLimit();
  return async () => {
    if (!hasManualDiscount(lines) || isWithinLimit(lines, own))
      return { discountLimit: own, managerId: null };
    if (approval && isWithinLimit(lines, approval.limit))
      return { discountLimit: approval.limit, managerId: approval.managerId };
    const managerId = await approver.ask();
    if (managerId === null) return null;
    const given: DiscountApproval = { managerId, limit: manualShare(lines) };
    change((basket) => ({ ...basket, approval: given }));
    return { discountLimit: given.limit, managerId };
  };
};
