import { handedOverByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';

const union = <Entry>(
  ours: readonly Entry[],
  theirs: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] => {
  const known = new Set(ours.map(keyOf));
  return [...ours, ...theirs.filter((entry) => !known.has(keyOf(entry)))];
};

/** How much of an order left the store, in thousandths. */
const goneOf = (order: Order): number =>
  order.pickup === null
    ? order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    : [...handedOverByLine(order).values()].reduce((sum, quantity) => sum + quantity, 0);

/** Whether `told` says that more of the order left the store than is known here: another till handed it over meanwhile. */
export const isAhead = (told: Order, known: Order): boolean => goneOf(told) > goneOf(known);

/**
 * An order as the server or a signed receipt tells it, with what this till knows besides (`known`): an order that is
 * not from here may be known by what was done with it here alone, and each may have heard of a return the other has not.
 */
export const toldOrder = (told: Order, known: Order | null): Order => {
  if (known === null) return told;
  const base = known.provisional || isAhead(told, known) ? told : known;
  return {
    ...base,
    returns: union(known.returns, told.returns, ({ operationId }) => operationId),
    refunds: union(known.refunds, told.refunds, ({ id }) => id),
    updatedAt: known.updatedAt > told.updatedAt ? known.updatedAt : told.updatedAt,
  };
};
