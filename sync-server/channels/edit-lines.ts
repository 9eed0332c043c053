import type { Order } from '#shared/domain/order/schema.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Buyer } from '#shared/domain/pricing/in-force.ts';
import { partOfLine } from '#shared/domain/pricing/part-of-line.ts';
import { type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { StorePrices } from '../projections/store-prices.ts';
import { priceLines } from './price-lines.ts';

type Wanted = { readonly sku: string; readonly quantity: Quantity };

export type LineEdit = { readonly removed: string[]; readonly added: PricedLine[] };

/**
 * What turns the lines of an order into those that are wanted: what was ordered keeps its price (rule R10), fewer
 * pieces their share of it, and what is more is priced now. `suffix` makes the ids of new lines the edit's own.
 */
export const editLines = (
  order: Order,
  wanted: readonly Wanted[],
  prices: StorePrices & { readonly buyer: Buyer },
  suffix: string,
): Result<LineEdit, ErrorReply> => {
  const left = new Map<string, number>();
  for (const { sku, quantity: count } of wanted) left.set(sku, (left.get(sku) ?? 0) + count);
  const removed: string[] = [];
  const added: PricedLine[] = [];
  for (const line of order.lines) {
    const count = Math.min(line.quantity, left.get(line.sku) ?? 0);
    left.set(line.sku, (left.get(line.sku) ?? 0) - count);
    if (count === line.quantity) continue;
    if (count % UNIT !== 0 && line.unit === 'piece')
      return fail({ code: 'amount_invalid', at: '/lines' });
    removed.push(line.id);
    if (count > 0)
      added.push(partOfLine(line, `${line.id.split('_')[0]}_${suffix}`, quantity(count)));
  }
  const more = [...left].flatMap(([sku, count]) =>
    count > 0 ? [{ sku, quantity: quantity(count) }] : [],
  );
  const priced = priceLines(more, prices, prices.buyer);
  if (!priced.ok) return fail({ ...priced.problem, at: '/lines' });
  const last = Math.max(
    0,
    ...[...order.lines, ...order.formerLines].map(({ id }) => Number.parseInt(id, 10) || 0),
  );
  for (const [index, line] of priced.value.lines.entries())
    added.push({ ...line, id: `${last + index + 1}_${suffix}` });
  return ok({ removed, added });
};
