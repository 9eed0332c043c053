import { MAX_QUANTITY, NONE, type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import type { StockLevel } from './schema.ts';

/** What a till sold of a product in the days before it was last heard, and how long it has been silent since. */
export type SilentSales = {
  /** Thousandths, returns taken off. */
  readonly sold: number;
  /** Milliseconds over which that was sold; above 0. */
  readonly period: number;
  /** Milliseconds since the till was last heard. */
  readonly silence: number;
};

/** Milliseconds within which a till that was heard is in contact. */
const CONTACT = 5 * 60_000;

/** Whether a till may have sold what nobody heard of; `silence` in milliseconds. */
export const isSilent = (silence: number): boolean => silence > CONTACT;

/**
 * What a silent till will have sold meanwhile: its usual rate × its silence (design §6), to the nearest whole unit, as
 * the tenth of a piece is not worth withholding one; at most what any document may carry.
 */
export const expectedSales = ({ sold, period, silence }: SilentSales): Quantity => {
  if (sold <= 0 || !isSilent(silence)) return NONE;
  const scaled = BigInt(sold) * BigInt(silence);
  const whole = BigInt(period) * BigInt(UNIT);
  const expected = Number((scaled * 2n + whole) / (whole * 2n)) * UNIT;
  return quantity(Math.min(expected, MAX_QUANTITY));
};

/**
 * What may be promised online of a level: on hand less what is reserved and what is withheld, the store's safety stock
 * (rule R23) and what its silent tills will have sold. Never below zero.
 */
export const offeredOf = (
  { onHand, reserved }: Pick<StockLevel, 'onHand' | 'reserved'>,
  withheld: Quantity,
): Quantity => quantity(Math.max(0, onHand - reserved - withheld));
