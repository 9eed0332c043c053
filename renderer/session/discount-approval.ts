import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import {
  givenOff,
  hasManualDiscount,
  isCoveredBy,
  isWithinLimit,
  manualShare,
} from '#shared/domain/pricing/manual-discounts.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { DiscountApproval, OpenBasket } from './open-basket.ts';
import { buyerOf } from './parked-content.ts';

/** What people took off is allowed up to `discountLimit`; `managerId` = with whose leave, null = nobody's was needed. */
export type AllowedDiscount = {
  readonly discountLimit: number;
  readonly managerId: string | null;
};

/** Leave for what people took off these lines, as they stand. */
export const approvalOf = (managerId: string, lines: readonly PricedLine[]): DiscountApproval => ({
  managerId,
  limit: manualShare(lines),
  given: givenOff(lines),
});

const covers = ({ limit, given = [] }: DiscountApproval, lines: readonly PricedLine[]): boolean =>
  isWithinLimit(lines, limit) && isCoveredBy(lines, given);

type Seller = {
  /** Basis points that who sells may take off themselves. */
  readonly own: number;
  /** Who may give them leave for these lines: never they themselves. */
  readonly approvers: readonly Pick<StaffMember, 'id'>[];
};

/**
 * Whether these lines may be sold with what people took off them; null = not without a manager's leave. One that was given holds for
 * what it was given for, as long as who gave it may; they themselves are judged by their own limit (rule R6).
 */
export const allowedDiscount = (
  lines: readonly PricedLine[],
  approval: DiscountApproval | null,
  { own, approvers }: Seller,
): AllowedDiscount | null => {
  const stands =
    approval !== null &&
    hasManualDiscount(lines) &&
    approvers.some(({ id }) => id === approval.managerId) &&
    covers(approval, lines);
  if (stands) return { discountLimit: approval.limit, managerId: approval.managerId };
  return isWithinLimit(lines, own) ? { discountLimit: own, managerId: null } : null;
};

/** A basket that is put aside takes only a leave with it that holds for it as it is. */
export const withHeldApproval = (
  basket: OpenBasket,
  promotions: PromotionBook,
  at: string,
): OpenBasket => {
  const { approval } = basket;
  if (approval === null) return basket;
  const { lines } = priceBasket(basket, promotions, at);
  return covers(approval, lines) ? basket : { ...basket, approval: null };
};

/** A recalled basket with the leave that was parked with it, for what was taken off then and no more. */
export const withParkedApproval = (
  basket: OpenBasket,
  { parked: { content, at } }: WaitingBasket,
  promotions: PromotionBook,
): OpenBasket => {
  const { approval } = content;
  if (approval === null) return basket;
  const { lines } = priceBasket({ ...content, ...buyerOf(content) }, promotions, at);
  const held = isWithinLimit(lines, approval.limit);
  return { ...basket, approval: held ? { ...approval, given: givenOff(lines) } : null };
};
