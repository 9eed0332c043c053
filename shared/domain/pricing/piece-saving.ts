import { type Minor, minor, percentOf } from '#shared/kernel/money.ts';
import { priceTimes, type Quantity, UNIT, units } from '#shared/kernel/quantity.ts';
import type { BasketLine } from './basket.ts';
import type { PieceOffer } from './promotion.ts';

const ONE = units(1);

/** What an offer takes off goods that cost `price` together; never more than that. */
export const pieceSaving = (offer: PieceOffer, price: Minor, quantity: Quantity): Minor => {
  switch (offer.type) {
    case 'percent':
      return percentOf(price, offer.rate);
    case 'amount':
      return minor(Math.min(price, priceTimes(offer.amount, quantity)));
    case 'fixed_price':
      return minor(Math.max(0, price - priceTimes(offer.price, quantity)));
  }
};

/** A line as that which promotions are given to: whole pieces, or what was weighed as one. */
export type Portion = {
  /** How many there are of it. */
  readonly count: number;
  readonly price: Minor;
  readonly quantity: Quantity;
  /** Whether it can be a part of a set. */
  readonly isPiece: boolean;
};

/** Each piece costs what its label says, so that the same pieces cost the same on one line and on several. */
export const portionOf = ({
  unit,
  quantity,
  unitPrice,
}: Pick<BasketLine, 'unit' | 'quantity' | 'unitPrice'>): Portion =>
  unit === 'piece' && quantity % UNIT === 0
    ? { count: quantity / UNIT, price: unitPrice, quantity: ONE, isPiece: true }
    : { count: 1, price: priceTimes(unitPrice, quantity), quantity, isPiece: false };
