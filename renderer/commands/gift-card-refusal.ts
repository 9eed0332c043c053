import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import { giftCardProblem, type GiftCardProblem } from '#shared/domain/pricing/gift-card.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { type CardRefusal, giftCardRefusal } from '#shared/domain/sale/gift-cards.ts';
import { giftCardLimitsOf } from '#shared/domain/settings/default-policy.ts';
import type { TillStore } from '../store/till-store.ts';

type Till = Pick<TillStore, 'view'>;

type ToSell = {
  readonly basket: Basket;
  readonly pricedAt: string;
  readonly offers: readonly Offer[];
};

/** Why a basket could not be sold with its gift cards for these; null = it could. Asked before a machine moves money. */
export const cardsRefusal = (
  { view }: Till,
  { basket, pricedAt, offers }: ToSell,
): CardRefusal | null => {
  const { promotions, policy } = view.references();
  const priced = priceBasket(basket, promotions, pricedAt);
  const paid = offers.map(({ tender, tendered }) => ({ tender, amount: tendered }));
  return giftCardRefusal(basket, priced, paid, giftCardLimitsOf(policy));
};

/** Why a gift card cannot be put into a basket; null = it can. */
export const cardRefusal = (
  { view }: Till,
  card: BasketLine,
  { lines }: Pick<Basket, 'lines'>,
): GiftCardProblem | null =>
  giftCardProblem(card, lines, giftCardLimitsOf(view.references().policy));
