import { type Quantity, quantity, units } from '#shared/kernel/quantity.ts';
import type { StockLevel } from './schema.ts';

/** So many are left, or fewer: somebody looks whether more is to come. */
const FEW = units(5);

/** What may be sold now. */
export const availableOf = ({
  onHand,
  reserved,
}: Pick<StockLevel, 'onHand' | 'reserved'>): Quantity => quantity(onHand - reserved);

export const isLow = (level: Pick<StockLevel, 'onHand' | 'reserved'>): boolean =>
  availableOf(level) <= FEW;
