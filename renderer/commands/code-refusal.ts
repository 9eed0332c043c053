import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import {
  codesUsed,
  type KnownUses,
  refusedUse,
  type UseProblem,
} from '#shared/domain/pricing/promo-codes.ts';
import type { TillStore } from '../store/till-store.ts';

/** Uses of a customer that this till knows of: its own, and those it heard of. */
export const usesHere = (
  { view }: Pick<TillStore, 'view'>,
  customerId: string | null,
): KnownUses['uses'] => view.customers().find(({ id }) => id === customerId)?.codeUses ?? [];

type ToSell = {
  readonly basket: Basket;
  readonly customerId: string | null;
  readonly pricedAt: string;
};

/** Why a basket could not be sold with its codes; null = it could. Asked before a machine moves money. */
export const codeRefusal = (
  till: Pick<TillStore, 'view'>,
  { basket, customerId, pricedAt }: ToSell,
): UseProblem | null => {
  const { promotions } = till.view.references();
  const codes = codesUsed(priceBasket(basket, promotions, pricedAt).lines, promotions);
  return refusedUse(codes, customerId === null ? null : usesHere(till, customerId));
};
