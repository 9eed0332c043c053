import { Type } from 'typebox';
import { type Minor, scale } from './money.ts';

declare const quantityBrand: unique symbol;

/** Integer thousandths of a unit: 1 piece = 1000, 1.245 kg = 1245. */
export type Quantity = number & { readonly [quantityBrand]: true };

/** One piece or one kilogram. */
export const UNIT = 1000;

/** A million units: more than any basket line or delivery holds. */
export const MAX_QUANTITY = 1_000_000_000;

export const QuantitySchema = Type.Unsafe<Quantity>(
  Type.Integer({ minimum: 1, maximum: MAX_QUANTITY }),
);
/** What was counted: nothing is a count as well. */
export const CountSchema = Type.Unsafe<Quantity>(
  Type.Integer({ minimum: 0, maximum: MAX_QUANTITY }),
);
export const SignedQuantitySchema = Type.Unsafe<Quantity>(
  Type.Integer({ minimum: -MAX_QUANTITY, maximum: MAX_QUANTITY }),
);
/** A level adds up many movements, so its bound is that of whole numbers alone. */
export const LevelSchema = Type.Unsafe<Quantity>(
  Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
);

/** Brands integer thousandths; anything else is a bug of the caller. */
export const quantity = (thousandths: number): Quantity => {
  if (!Number.isSafeInteger(thousandths)) throw new RangeError(`not a quantity: ${thousandths}`);
  return (thousandths === 0 ? 0 : thousandths) as Quantity;
};

export const units = (count: number): Quantity => quantity(count * UNIT);

export const NONE = quantity(0);

export const addQuantity = (left: Quantity, right: Quantity): Quantity => quantity(left + right);

/** Price per unit × quantity, a half of a minor unit rounded away from zero. */
export const priceTimes = (unitPrice: Minor, count: Quantity): Minor =>
  scale(unitPrice, count, UNIT);
