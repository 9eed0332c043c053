import { type Minor, minor } from '#shared/kernel/money.ts';
import type { Saving } from './goods-offers.ts';
import { addQuantity, NONE } from '#shared/kernel/quantity.ts';
import { pieceSaving } from './piece-saving.ts';
import type { BasketLine } from './basket.ts';
import type { PromotionBook } from './promotion-book.ts';

/** What promotions on top of others take off what is left of lines of one product, one after the other. */
export const onTopOffers = (
  lines: readonly { readonly line: BasketLine }[],
  rest: Minor,
  book: PromotionBook,
  inForce: ReadonlySet<string>,
): Saving[] => {
  const savings: Saving[] = [];
  const [first] = lines;
  if (!first) return savings;
  const count = lines.reduce((sum, { line }) => addQuantity(sum, line.quantity), NONE);
  let left = rest;
  for (const promotion of book.candidatesOf(first.line).onTop) {
    if (!inForce.has(promotion.id)) continue;
    const amount = pieceSaving(promotion.offer, left, count);
    if (amount === 0) continue;
    savings.push({ promotion, amount });
    left = minor(left - amount);
  }
  return savings;
};
