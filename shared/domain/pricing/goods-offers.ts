import { allocate, type Minor, minor, percentOf, ZERO } from '#shared/kernel/money.ts';
import { pieceSaving, type Portion, portionOf } from './piece-saving.ts';
import type { BasketLine } from './basket.ts';
import type { Promotion, SetOffer } from './promotion.ts';
import { byOrder, type Candidates, type PromotionBook } from './promotion-book.ts';
import type { Kind, SetRule } from './set-rule.ts';
import { shareSets } from './share-sets.ts';

/** What a promotion takes off a line. */
export type Saving = { readonly promotion: Promotion; readonly amount: Minor };

type Best = { readonly promotion: Promotion; readonly each: Minor };

type Member = {
  readonly line: BasketLine;
  readonly place: number;
  readonly portion: Portion;
  readonly candidates: Candidates;
  /** What one piece has outside of sets. */
  readonly best: Best | null;
};

const setRuleOf = (offer: SetOffer, level: number): SetRule =>
  offer.type === 'bundle'
    ? {
        level,
        counts: offer.parts.map(({ count }) => count),
        gain: (price) => price,
        cost: offer.price,
      }
    : {
        level,
        counts: [offer.buy + offer.get],
        gain: (price, held) => (held < offer.buy ? 0 : percentOf(minor(price), offer.rate)),
        cost: 0,
      };

/** The one of the highest priority that saves anything, and of those the one that saves most. */
const bestOf = (
  { pieces }: Candidates,
  { price, quantity }: Portion,
  isInForce: (promotion: Promotion) => boolean,
): Best | null => {
  let best: Best | null = null;
  for (const promotion of pieces) {
    if (best !== null && promotion.priority < best.promotion.priority) break;
    if (!isInForce(promotion)) continue;
    const each = pieceSaving(promotion.offer, price, quantity);
    if (each > (best?.each ?? 0)) best = { promotion, each };
  }
  return best;
};

/** Lines that are alike are one kind: what a basket costs does not depend on how it was typed. */
const kindsOf = (
  members: readonly Member[],
  levels: readonly number[],
  setOf: ReadonlyMap<string, number>,
): { readonly kinds: Kind[]; readonly membersByKind: Member[][] } => {
  const byKey = new Map<string, Member[]>();
  for (const member of members) {
    const { line, portion, candidates } = member;
    if (!portion.isPiece || !candidates.sets.some(({ promotion }) => setOf.has(promotion.id)))
      continue;
    const key = `${line.sku} ${line.unitPrice}`;
    const known = byKey.get(key);
    if (known) known.push(member);
    else byKey.set(key, [member]);
  }
  const membersByKind = [...byKey.values()].toSorted(([left], [right]) =>
    left && right
      ? right.portion.price - left.portion.price || (left.line.sku < right.line.sku ? -1 : 1)
      : 0,
  );
  const kinds = membersByKind.map((group): Kind => {
    const [first] = group;
    const best = first?.best ?? null;
    return {
      price: first?.portion.price ?? 0,
      count: group.reduce((sum, { portion }) => sum + portion.count, 0),
      outside: levels.map((level) => (best?.promotion.priority === level ? best.each : 0)),
      places: (first?.candidates.sets ?? []).flatMap(({ promotion, part }) => {
        const set = setOf.get(promotion.id);
        return set === undefined ? [] : [{ set, part }];
      }),
    };
  });
  return { kinds, membersByKind };
};

/** What the pieces that a set took save together; they come dearest first, and every set is full. */
const savingOf = (rule: SetRule, kinds: readonly Kind[], counts: readonly number[]): Minor => {
  const size = rule.counts.reduce((sum, count) => sum + count, 0);
  let pieces = 0;
  let saving = 0;
  for (const [index, { price }] of kinds.entries())
    for (let left = counts[index] ?? 0; left > 0; left -= 1) {
      saving += rule.gain(price, pieces % size);
      pieces += 1;
    }
  return minor(saving - rule.cost * (pieces / size));
};

type Given = { readonly savings: Saving[]; left: number };

/** Gives so many pieces of a kind to a set, line after line; resolves the lines and the worth of what they gave. */
const takeFrom = (members: readonly Member[], given: readonly Given[], count: number) => {
  let wanted = count;
  return members.flatMap(({ place, portion }) => {
    const line = given[place];
    const part = Math.min(wanted, line?.left ?? 0);
    if (!line || part === 0) return [];
    wanted -= part;
    line.left -= part;
    return [{ line, worth: part * portion.price }];
  });
};

/** Sets: what each saves is spread over its pieces by their price, so that any of them can come back (rule R12). */
const giveSets = (
  members: readonly Member[],
  promotions: readonly (Promotion & { readonly offer: SetOffer })[],
  levels: readonly number[],
  given: readonly Given[],
): void => {
  const setOf = new Map(promotions.map(({ id }, index) => [id, index]));
  const rules = promotions.map(({ offer, priority }) => setRuleOf(offer, levels.indexOf(priority)));
  const { kinds, membersByKind } = kindsOf(members, levels, setOf);
  const taken = shareSets(kinds, rules);
  for (const [set, rule] of rules.entries()) {
    const promotion = promotions[set];
    const counts = taken.map((row) => row[set] ?? 0);
    if (!promotion || counts.every((count) => count === 0)) continue;
    // By kind first, so that it does not matter on how many lines the pieces are.
    const shares = allocate(
      savingOf(rule, kinds, counts),
      kinds.map(({ price }, kind) => price * (counts[kind] ?? 0)),
    );
    for (const [kind, group] of membersByKind.entries()) {
      const parts = takeFrom(group, given, counts[kind] ?? 0);
      const amounts = allocate(
        shares[kind] ?? ZERO,
        parts.map(({ worth }) => worth),
      );
      for (const [index, { line }] of parts.entries())
        line.savings.push({ promotion, amount: amounts[index] ?? ZERO });
    }
  }
};

/** The priorities at hand, highest first. */
const levelsOf = (promotions: readonly Promotion[]): number[] =>
  [...new Set(promotions.map(({ priority }) => priority))].toSorted((left, right) => right - left);

/**
 * What promotions of goods take off each line, in the order of the lines: every piece has one of them at most, higher
 * priorities go first, and within one the customer gets the best that can be had, whichever sets the pieces make.
 */
export const goodsOffers = (
  lines: readonly BasketLine[],
  book: PromotionBook,
  inForce: ReadonlySet<string>,
): Saving[][] => {
  const isInForce = ({ id }: Promotion): boolean => inForce.has(id);
  const members = lines.map((line, place): Member => {
    const candidates = book.candidatesOf(line);
    const portion = portionOf(line);
    return { line, place, portion, candidates, best: bestOf(candidates, portion, isInForce) };
  });
  const given = members.map(({ portion }): Given => ({ savings: [], left: portion.count }));
  const sets = new Map(
    members.flatMap(({ candidates, portion }) =>
      portion.isPiece
        ? candidates.sets.flatMap(({ promotion }) =>
            isInForce(promotion) ? [[promotion.id, promotion] as const] : [],
          )
        : [],
    ),
  );
  if (sets.size > 0) {
    const promotions = [...sets.values()].toSorted(byOrder);
    const bests = members.flatMap(({ best }) => best?.promotion ?? []);
    giveSets(members, promotions, levelsOf([...promotions, ...bests]), given);
  }
  return given.map(({ savings, left }, place) => {
    const best = members[place]?.best ?? null;
    if (best === null || left === 0) return savings;
    return [...savings, { promotion: best.promotion, amount: minor(best.each * left) }];
  });
};
