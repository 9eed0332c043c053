import { scale } from '#shared/kernel/money.ts';
import { type OrderPoints, sumOfPoints } from '../points/of-order.ts';
import { contradictionsOfOverdrawn, type Movement } from './overdrawn.ts';
import type { Contradiction } from './schema.ts';

/** One line of the ledger of a customer's points; `value`: minor units that the spent ones paid. */
export type PointsMovement = OrderPoints & Omit<Movement, 'amount'> & { readonly value: number };

/** A customer spent more points than they had; at stake is what the missing ones paid where points were spent last. */
export const contradictionsOfPoints = (
  customerId: string,
  movements: readonly PointsMovement[],
): Contradiction[] => {
  const [last] = movements
    .filter(({ spent }) => spent > 0)
    .toSorted((left, right) => (left.at > right.at ? -1 : 1));
  return contradictionsOfOverdrawn(
    'points_overdrawn',
    { type: 'customer', id: customerId },
    movements.map((row) => ({ ...row, amount: sumOfPoints(row) })),
    (missing) => (last === undefined ? null : scale(missing, last.value, last.spent)),
  );
};
