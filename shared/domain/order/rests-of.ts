import { quantity } from '#shared/kernel/quantity.ts';
import type { HandOver } from '../pickup/schema.ts';
import type { Order, Rest } from './schema.ts';
import type { LinePart } from './sum-by-line.ts';

type Removals = Pick<Order, 'removals'>;

/**
 * By line that was removed, what stands in its place. Where two acts removed one line the first says: that they contradict
 * is told as such.
 */
export const restsOf = ({ removals }: Removals): ReadonlyMap<string, Rest> => {
  const rests = new Map<string, Rest>();
  for (const { lineId, rest } of removals) if (rest && !rests.has(lineId)) rests.set(lineId, rest);
  return rests;
};

/** These lines, and what stands in the place of those of them that were removed since. */
export const withRests = (order: Removals, lineIds: ReadonlySet<string>): ReadonlySet<string> => {
  const all = new Set(lineIds);
  for (const [gone, { kept }] of restsOf(order)) if (kept && all.has(gone)) all.add(kept.lineId);
  return all;
};

/**
 * What was handed over, act by act, by the lines that it is of now: pieces that had left of a line before the others were
 * removed are those of the line that stands for them; more than those are of the line as it was.
 */
export const handedOverNow = (
  order: Removals,
  handOvers: readonly Pick<HandOver, 'at' | 'lines'>[],
): { readonly at: string; readonly lines: readonly LinePart[] }[] => {
  const rests = restsOf(order);
  const open = new Map([...rests].map(([id, { collected }]) => [id, collected?.quantity ?? 0]));
  const partsOf = ({ lineId, quantity: count }: LinePart): LinePart[] => {
    const moved = Math.min(count, open.get(lineId) ?? 0);
    const collected = rests.get(lineId)?.collected;
    if (!collected || moved === 0) return [{ lineId, quantity: count }];
    open.set(lineId, (open.get(lineId) ?? 0) - moved);
    const other = { lineId: collected.lineId, quantity: quantity(moved) };
    return moved === count ? [other] : [other, { lineId, quantity: quantity(count - moved) }];
  };
  return handOvers.map(({ at, lines }) => ({ at, lines: lines.flatMap(partsOf) }));
};
