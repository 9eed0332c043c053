import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { restsOf } from '../order/rests-of.ts';
import type { Order } from '../order/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { partOfLine } from '../pricing/part-of-line.ts';
import { linesToHandOver } from './open-pickup.ts';

/** The lines of which something waits in the store still, each as what waits of it. */
export const waitingLines = (order: Order): PricedLine[] => {
  const left = new Map(linesToHandOver(order).map((line) => [line.lineId, line.quantity]));
  return order.lines.flatMap((line) => {
    const waiting = left.get(line.id);
    if (waiting === undefined) return [];
    return waiting === line.quantity ? [line] : [partOfLine(line, line.id, waiting)];
  });
};

/**
 * How much of each waiting line was found on the shelves and waits still; lines of which nothing does are left out. What
 * was found of a line before some of it was taken out stands for what is kept of it.
 */
export const pickedByLine = (order: Order): ReadonlyMap<string, Quantity> => {
  const { picks, handOvers } = order.pickup ?? { picks: [], handOvers: [] };
  const former = new Map(
    [...restsOf(order)].flatMap(([gone, { kept }]) => (kept ? [[kept.lineId, gone] as const] : [])),
  );
  /** `names`: what the line was called since. */
  const foundOf = (lineId: string, names: ReadonlySet<string>): number => {
    const pick = picks.find((one) => one.lineId === lineId);
    const gone = former.get(lineId);
    if (!pick)
      return gone === undefined || names.has(gone) ? 0 : foundOf(gone, new Set([...names, gone]));
    const left = handOvers
      .filter(({ at }) => at > pick.at)
      .flatMap(({ lines }) => lines)
      .filter((line) => names.has(line.lineId))
      .reduce((sum, line) => sum + line.quantity, 0);
    return Math.max(0, pick.quantity - left);
  };
  return new Map(
    waitingLines(order).flatMap(({ id, quantity: waiting }) => {
      const found = quantity(Math.min(foundOf(id, new Set([id])), waiting));
      return found > 0 ? [[id, found] as const] : [];
    }),
  );
};
