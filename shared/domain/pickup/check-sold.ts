import { allLinesOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { isShareOf } from '../pricing/share-of.ts';
import type { HandOverProof, PickupLine, SoldPart } from './schema.ts';

type Given = {
  readonly lines: readonly PickupLine[];
  readonly sold?: readonly SoldPart[];
  readonly proof: HandOverProof;
};

/**
 * Where what a hand-over that arrived says to have sold is not what its order asks for these pieces, by name; empty when it
 * is right. Who came with a code may have been served by a till that has the order from it alone, and so knows the taxes of the
 * products, not those of the order (rule R20): they are not looked at then. `order`: null = it is not known yet, so that amounts
 * are not looked at; nor is anything of hand-overs that tills of an earlier build wrote.
 */
export const checkSold = ({ lines, sold, proof }: Given, order: Order | null): string[] => {
  if (sold === undefined) return [];
  const ids = new Set(sold.map(({ lineId }) => lineId));
  // A report adds them up: each line is said once, and no other.
  if (
    ids.size < sold.length ||
    sold.some(({ lineId }) => lines.every((one) => one.lineId !== lineId))
  )
    return ['sold'];
  if (order === null || order.provisional) return [];
  const known = new Map(allLinesOf(order).map((line) => [line.id, line]));
  const parts = new Map(sold.map((part, index) => [part.lineId, { ...part, index }]));
  return lines.flatMap(({ lineId, quantity }) => {
    const whole = known.get(lineId);
    const part = parts.get(lineId);
    if (!whole) return [];
    if (!part) return ['sold'];
    const isShare = (name: 'total' | 'tax'): boolean =>
      isShareOf({ total: part[name], quantity }, { total: whole[name], quantity: whole.quantity });
    const areTaxesKnown = proof.type !== 'code';
    return [
      ...(isShare('total') ? [] : ['total']),
      ...(!areTaxesKnown || isShare('tax') ? [] : ['tax']),
      ...(!areTaxesKnown || part.taxRate === whole.taxRate ? [] : ['taxRate']),
    ].map((name) => `sold/${part.index}/${name}`);
  });
};
