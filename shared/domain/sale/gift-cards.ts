import { add, type Minor, subtract } from '#shared/kernel/money.ts';
import { isForProducts, type Tender } from '../payment/schema.ts';
import type { Basket } from '../pricing/basket.ts';
import {
  type GiftCardLimits,
  type GiftCardProblem,
  giftCardsProblem,
  giftCardTotal,
} from '../pricing/gift-card.ts';
import type { PricedBasket } from '../pricing/price-basket.ts';

export type CardRefusal =
  | GiftCardProblem
  /** Gift cards are paid with money: so much more than the rest comes to is offered in stored value or points. */
  | { readonly type: 'gift_card_not_by_value'; readonly over: Minor };

type Paid = { readonly tender: Tender; readonly amount: Minor };

/** What of a basket stored value and points may pay: all but its gift cards (rule R13). Minor units. */
export const payableByValue = ({ lines, totals }: PricedBasket): Minor =>
  subtract(totals.total, giftCardTotal(lines));

/** Why the gift cards of a basket cannot be sold, or not for this; null = they can, or there are none. */
export const giftCardRefusal = (
  { lines }: Pick<Basket, 'lines'>,
  priced: PricedBasket,
  payments: readonly Paid[],
  limits: GiftCardLimits,
): CardRefusal | null => {
  if (giftCardTotal(priced.lines) === 0) return giftCardsProblem(lines, limits);
  const byValue = payments.filter(({ tender }) => isForProducts(tender));
  const over = subtract(add(...byValue.map(({ amount }) => amount)), payableByValue(priced));
  return (
    giftCardsProblem(lines, limits) ?? (over > 0 ? { type: 'gift_card_not_by_value', over } : null)
  );
};
