import { add, roundTo, subtract, ZERO } from '#shared/kernel/money.ts';
import { allLinesOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { isShareOf } from '../pricing/share-of.ts';
import { keptOf } from './refunds.ts';
import type { Return } from './schema.ts';

/**
 * Where the computation of a return that arrived is not what was sold, by name; empty when it is right. The amounts stay as
 * they happened. `order`: what was sold, null = it is not known yet, or nobody knows. `cashIncrement` in minor units.
 */
export const checkReturn = (
  returned: Return,
  order: Order | null,
  cashIncrement: number,
): string[] => {
  const { lines, total, rounding, refunds } = returned;
  const known = order === null || order.provisional ? null : order;
  const sold = known && new Map(allLinesOf(known).map((line) => [line.id, line]));
  const wrong = lines.flatMap((line, index) => {
    if (sold === null || line.orderLineId === null) return [];
    const whole = sold.get(line.orderLineId);
    return whole && isShareOf(line, whole) ? [] : [`lines/${index}/total`];
  });
  // What cash was rounded down by at the sale may go back with it.
  const limit = known ? cashIncrement - Math.min(0, known.totals.rounding) : 2 * cashIncrement;
  // Cash that rounds to nothing is not given at all.
  const isNothing = rounding <= 0 && roundTo(subtract(ZERO, rounding), cashIncrement) === 0;
  const paidInCash = known === null || known.payments.some(({ tender }) => tender === 'cash');
  const isCash =
    refunds.length === 0 ||
    refunds.some(({ tender }) => tender === 'cash') ||
    (isNothing && paidInCash);
  return [
    ...wrong,
    ...(add(...lines.map((line) => line.total)) === total ? [] : ['total']),
    ...(Math.abs(rounding) < (isCash ? limit : 1) ? [] : ['rounding']),
    ...(keptOf(returned) < 0 ? ['refunds'] : []),
  ];
};
