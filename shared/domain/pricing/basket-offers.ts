import { add, allocate, type Minor, minor, percentOf, ZERO } from '#shared/kernel/money.ts';
import { alikeKey } from './alike-key.ts';
import type { BasketLine } from './basket.ts';
import type { Promotion } from './promotion.ts';
import type { PromotionBook } from './promotion-book.ts';

/** A line with what its promotions left of it. */
export type Reduced = {
  readonly line: BasketLine;
  readonly isPromoted: boolean;
  readonly net: Minor;
};

type BasketPromotion = PromotionBook['ofBasket'][number];

/** By what lies in the basket and not by when it came there: the minor unit that is left over is the same goods' everywhere. */
const byGoods = (left?: Reduced, right?: Reduced): number => {
  if (!left || !right) return 0;
  const [one, other] = [left.line, right.line];
  if (one.sku !== other.sku) return one.sku < other.sku ? -1 : 1;
  return one.unitPrice - other.unitPrice || one.quantity - other.quantity;
};

/** Over what is alike first, then within it: what comes next takes the same off, however pieces lie on lines (rule R9). */
const spread = (amount: Minor, lines: readonly Reduced[], nets: readonly Minor[]): Minor[] => {
  const places = new Map<string, number[]>();
  for (const [index, { line }] of lines.entries()) {
    const key = alikeKey(line);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const groups = [...places.values()].toSorted((left, right) =>
    byGoods(lines[left[0] ?? 0], lines[right[0] ?? 0]),
  );
  const netsOf = (group: readonly number[]): Minor[] => group.map((index) => nets[index] ?? ZERO);
  const amounts = allocate(
    amount,
    groups.map((group) => add(...netsOf(group))),
  );
  const shares = nets.map(() => ZERO);
  for (const [place, group] of groups.entries()) {
    const own = allocate(amounts[place] ?? ZERO, netsOf(group));
    for (const [member, index] of group.entries()) shares[index] = own[member] ?? ZERO;
  }
  return shares;
};

type Step = BasketPromotion['offer']['steps'][number];

/** What a step takes off goods that cost `base` together; never more than that. */
export const stepSaving = ({ off }: Step, base: Minor): Minor =>
  off.type === 'percent' ? percentOf(base, off.rate) : minor(Math.min(off.amount, base));

/** What a promotion takes off each of the lines; null = too little is bought. */
const sharesOf = (
  { id, offer: { steps, onPromoted } }: BasketPromotion,
  lines: readonly Reduced[],
  book: PromotionBook,
): Minor[] | null => {
  const nets = lines.map(({ line, isPromoted, net }) =>
    (onPromoted || !isPromoted) && book.candidatesOf(line).baskets.has(id) ? net : ZERO,
  );
  const base = add(...nets);
  const step = steps.findLast(({ minimum }) => minimum <= base);
  if (!step || base === 0) return null;
  const amount = stepSaving(step, base);
  return amount === 0 ? null : spread(amount, lines, nets);
};

type Shared = { readonly promotion: Promotion; readonly shares: readonly Minor[] };

/** The one of the highest priority that gives anything, and of those the one that gives most. */
const bestOf = (
  lines: readonly Reduced[],
  promotions: readonly BasketPromotion[],
  book: PromotionBook,
): Shared | null => {
  let best: (Shared & { readonly sum: Minor }) | null = null;
  for (const promotion of promotions) {
    if (best !== null && promotion.priority < best.promotion.priority) break;
    const shares = sharesOf(promotion, lines, book);
    const sum = shares === null ? ZERO : add(...shares);
    if (shares !== null && sum > (best?.sum ?? 0)) best = { promotion, shares, sum };
  }
  return best;
};

/** Promotions of the whole basket, in the order in which they are taken off: one at most, then those on top of it. */
export const basketOffers = (
  lines: readonly Reduced[],
  book: PromotionBook,
  inForce: ReadonlySet<string>,
): Shared[] => {
  const live = book.ofBasket.filter(({ id }) => inForce.has(id));
  const one = bestOf(
    lines,
    live.filter(({ stacking }) => stacking === 'one'),
    book,
  );
  const given: Shared[] = one ? [one] : [];
  let left = one ? reduced(lines, one.shares) : lines;
  for (const promotion of live.filter(({ stacking }) => stacking === 'on_top')) {
    const shares = sharesOf(promotion, left, book);
    if (shares === null) continue;
    given.push({ promotion, shares });
    left = reduced(left, shares);
  }
  return given;
};

/** What was taken off a basket does not make its goods promoted ones. */
const reduced = (lines: readonly Reduced[], shares: readonly Minor[]): Reduced[] =>
  lines.map((line, index) => ({ ...line, net: minor(line.net - (shares[index] ?? 0)) }));
