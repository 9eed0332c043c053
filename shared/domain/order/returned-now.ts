import { subtract } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { shareOf } from '../pricing/share-of.ts';
import { handedOverNow, restsOf } from './rests-of.ts';
import type { Order, OrderReturn } from './schema.ts';
import { sumByLine } from './sum-by-line.ts';

type ReturnedLine = OrderReturn['lines'][number];

/**
 * What came back, act by act, by the lines that it is of now. A till that had not heard that others of a line were refused
 * names the line as it was: its pieces are those of the line that stands for what had left, as long as the customer had
 * any of it; then those that left of the line as it was. More than both came back twice, and is told of the former.
 */
export const returnedNow = (
  order: Pick<Order, 'removals' | 'returns' | 'pickup'>,
): readonly { readonly lines: readonly ReturnedLine[] }[] => {
  const rests = restsOf(order);
  if (rests.size === 0) return order.returns;
  const left = sumByLine(handedOverNow(order, order.pickup?.handOvers ?? []));
  const named = sumByLine(order.returns);
  /** What of it the customer has still, by what is known to have come back of it under its own name. */
  const open = new Map(
    [...rests].map(([gone, { collected }]) => [
      gone,
      collected === null
        ? 0
        : Math.max(
            0,
            Math.min(collected.quantity, left.get(collected.lineId) ?? 0) -
              (named.get(collected.lineId) ?? 0),
          ),
    ]),
  );
  const own = new Map([...rests.keys()].map((gone) => [gone, left.get(gone) ?? 0]));
  const partsOf = (line: ReturnedLine): ReturnedLine[] => {
    const { lineId: gone, quantity: count, total } = line;
    const collected = rests.get(gone)?.collected;
    if (!collected) return [line];
    const moved = Math.min(count, open.get(gone) ?? 0);
    const kept = Math.min(count - moved, own.get(gone) ?? 0);
    open.set(gone, (open.get(gone) ?? 0) - moved);
    own.set(gone, (own.get(gone) ?? 0) - kept);
    const other = { ...line, lineId: collected.lineId };
    if (kept === 0) return [other];
    if (kept === count) return [line];
    const share = shareOf(total, count, 0, count - kept);
    return [
      { ...other, quantity: quantity(count - kept), total: share },
      { ...line, quantity: quantity(kept), total: subtract(total, share) },
    ];
  };
  return order.returns.map(({ lines }) => ({ lines: lines.flatMap(partsOf) }));
};
