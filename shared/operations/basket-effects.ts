import { applyDiscard, applyParking, applyRecall } from '../domain/basket/apply.ts';
import type { ParkedBasket } from '../domain/basket/schema.ts';
import { factOf } from './effects.ts';
import type { Operation } from './operation.ts';

/** The parked basket an operation is about; null = none. */
export const parkedIdOf = ({ type, payload }: Operation): string | null =>
  type === 'basket.parked' || type === 'basket.recalled' || type === 'basket.discarded'
    ? payload.basketId
    : null;

/** A parked basket after an operation, at the server and in the till's overlay alike; others leave it as it is. */
export const applyToParked = (
  basket: ParkedBasket | null,
  operation: Operation,
): ParkedBasket | null => {
  const { type, payload } = operation;
  const id = parkedIdOf(operation);
  if (id === null || (basket !== null && basket.id !== id)) return basket;
  if (type === 'basket.parked') return applyParking(basket, payload, factOf(operation));
  if (type === 'basket.recalled') return applyRecall(basket, id, factOf(operation));
  return type === 'basket.discarded' ? applyDiscard(basket, id, factOf(operation)) : basket;
};
