import type { Particulars } from '../pricing/particulars.ts';
import { allLinesOf } from './balance.ts';
import { restsOf } from './rests-of.ts';
import type { Order } from './schema.ts';

/** The lines under whose names goods of this one may have left: its own, and that whose place it took. */
const namesOf = (order: Order, lineId: string): ReadonlySet<string> =>
  new Set([
    lineId,
    ...[...restsOf(order)].flatMap(([gone, { kept, collected }]) =>
      kept?.lineId === lineId || collected?.lineId === lineId ? [gone] : [],
    ),
  ]);

/** What is known of the goods of a line, since they were sold or, of a web order, as they left. */
export const particularsOf = (order: Order, lineId: string): readonly Particulars[] => {
  const sold = allLinesOf(order).find(({ id }) => id === lineId)?.particulars;
  if (sold) return [sold];
  const names = namesOf(order, lineId);
  return (order.pickup?.handOvers ?? [])
    .flatMap(({ lines }) => lines)
    .flatMap((line) => (names.has(line.lineId) ? (line.particulars ?? []) : []));
};

/** The numbers of the pieces of a line that are with the customer, or came back. */
export const serialsOf = (order: Order, lineId: string): string[] =>
  particularsOf(order, lineId).flatMap(({ serial }) => serial ?? []);
