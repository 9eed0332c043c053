import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';

const LENGTH = { minLength: 13, maxLength: 13 };

/**
 * How a store's scales write their labels: an EAN-13 of the range 20–29, which belongs to the shop alone. `I` digits of
 * the product's number, `V` a digit of the scale's own that is not looked at, `N` whole and `D` decimal digits of the
 * weight in kilograms or of the price, `C` the check digit: `21IIIIINNDDDC`.
 */
export const ScaleCode = Type.Union([
  Exact({
    holds: Type.Literal('weight'),
    pattern: Type.String({ ...LENGTH, pattern: '^2[0-9]I{3,8}V?N{0,5}D{0,3}C$' }),
  }),
  Exact({
    holds: Type.Literal('price'),
    pattern: Type.String({ ...LENGTH, pattern: '^2[0-9]I{3,8}V?N{0,6}D{0,2}C$' }),
  }),
]);
export type ScaleCode = Static<typeof ScaleCode>;
