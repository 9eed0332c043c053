import type { Kind, SetRule } from './set-rule.ts';
import { searchSets, type Taken } from './search-sets.ts';
import { worthwhile } from './worthwhile.ts';

/** Pieces that are looked at together; more are sold only by the pallet, and then in equal heaps. */
const HEAP = 360;

/** Moves of pieces, counted one by one, of which every way is tried. */
const FEW = 48;
const ALL_WAYS = 150;
/** Ways that are compared in all where there are more, so that a price takes milliseconds whatever is on offer. */
const BUDGET = 1500;
const NARROWEST = 8;

type Tangle = { readonly kinds: readonly number[]; readonly sets: readonly number[] };

/** Sets that want the same pieces are decided together, others each by itself. */
const tanglesOf = (kinds: readonly Kind[]): Tangle[] => {
  let tangles: { kinds: number[]; sets: Set<number> }[] = [];
  for (const [index, { places }] of kinds.entries()) {
    if (places.length === 0) continue;
    const joined = { kinds: [index], sets: new Set(places.map(({ set }) => set)) };
    const others: typeof tangles = [];
    for (const tangle of tangles)
      if (places.some(({ set }) => tangle.sets.has(set))) {
        joined.kinds.push(...tangle.kinds);
        for (const set of tangle.sets) joined.sets.add(set);
      } else others.push(tangle);
    tangles = [...others, joined];
  }
  return tangles.map((tangle) => ({
    kinds: tangle.kinds.toSorted((left, right) => left - right),
    sets: [...tangle.sets].toSorted((left, right) => left - right),
  }));
};

type Heap = { readonly kinds: Kind[]; readonly indexes: number[]; readonly times: number };

/** Cuts many pieces into heaps; equal ones, of one kind only, are looked at once. */
const heapsOf = (kinds: readonly Kind[], indexes: readonly number[]): Heap[] => {
  const heaps: Heap[] = [];
  let open: Heap = { kinds: [], indexes: [], times: 1 };
  let room = HEAP;
  for (const [place, kind] of kinds.entries()) {
    const index = indexes[place] ?? 0;
    let left = kind.count;
    while (left > 0) {
      if (room === HEAP && left >= 2 * HEAP) {
        const times = Math.floor(left / HEAP) - 1;
        heaps.push({ kinds: [{ ...kind, count: HEAP }], indexes: [index], times });
        left -= times * HEAP;
      }
      const count = Math.min(left, room);
      open.kinds.push({ ...kind, count });
      open.indexes.push(index);
      left -= count;
      room -= count;
      if (room > 0) continue;
      heaps.push(open);
      open = { kinds: [], indexes: [], times: 1 };
      room = HEAP;
    }
  }
  return room < HEAP ? [...heaps, open] : heaps;
};

/** The kinds of a tangle, with its sets counted from 0. */
const kindsOf = (all: readonly Kind[], { kinds, sets }: Tangle): Kind[] => {
  const placeOf = new Map(sets.map((set, place) => [set, place]));
  return kinds.flatMap((index) => {
    const kind = all[index];
    if (!kind) return [];
    const places = kind.places.map(({ set, part }) => ({ set: placeOf.get(set) ?? 0, part }));
    return [{ ...kind, places }];
  });
};

/** Which part each one is when those that the same pieces can be are one: it does not matter which a piece is. */
const joinedParts = (kinds: readonly Kind[], rules: readonly SetRule[]): number[][] => {
  const members = rules.map(({ counts }) => counts.map((): number[] => []));
  for (const [index, { places }] of kinds.entries())
    for (const { set, part } of places) {
      const own = members[set]?.[part];
      if (own && own.at(-1) !== index) own.push(index);
    }
  return members.map((parts) => {
    const byMembers = new Map<string, number>();
    return parts.map((own) => {
      const key = own.join(' ');
      const known = byMembers.get(key) ?? byMembers.size;
      byMembers.set(key, known);
      return known;
    });
  });
};

const withJoinedParts = (
  kinds: readonly Kind[],
  rules: readonly SetRule[],
): { readonly kinds: readonly Kind[]; readonly rules: readonly SetRule[] } => {
  if (rules.every(({ counts }) => counts.length === 1)) return { kinds, rules };
  const partOf = joinedParts(kinds, rules);
  const joined = rules.map((rule, set) => {
    const counts: number[] = [];
    for (const [part, count] of rule.counts.entries()) {
      const own = partOf[set]?.[part] ?? 0;
      counts[own] = (counts[own] ?? 0) + count;
    }
    return { ...rule, counts };
  });
  const placed = kinds.map((kind) => {
    const places: { set: number; part: number }[] = [];
    const seen = rules.map(() => new Set<number>());
    for (const place of kind.places) {
      const { set } = place;
      const part = partOf[set]?.[place.part] ?? 0;
      if (seen[set]?.has(part) === false) places.push({ set, part });
      seen[set]?.add(part);
    }
    return { ...kind, places };
  });
  return { kinds: placed, rules: joined };
};

/** Fewer ways at once where there are more pieces and sets to try. */
const widthFor = (kinds: readonly Kind[]): number => {
  const moves = kinds.reduce((sum, { count, places }) => sum + count * (1 + places.length), 0);
  return moves <= FEW ? ALL_WAYS : Math.max(NARROWEST, Math.floor(BUDGET / moves));
};

/**
 * How many pieces of each kind every set takes, `taken[kind][set]`, so that sets and what is outside of them save most.
 * Kinds come dearest first, rules by priority.
 */
export const shareSets = (all: readonly Kind[], rules: readonly SetRule[]): Taken => {
  const taken = all.map(() => rules.map(() => 0));
  const kinds = worthwhile(all, rules);
  for (const tangle of tanglesOf(kinds)) {
    const chosen = tangle.sets.flatMap((set) => rules[set] ?? []);
    const joined = withJoinedParts(kindsOf(kinds, tangle), chosen);
    for (const heap of heapsOf(joined.kinds, tangle.kinds)) {
      const found = searchSets(heap.kinds, joined.rules, widthFor(heap.kinds));
      for (const [place, index] of heap.indexes.entries())
        for (const [set, count] of (found[place] ?? []).entries()) {
          const row = taken[index];
          const own = tangle.sets[set] ?? 0;
          if (row) row[own] = (row[own] ?? 0) + count * heap.times;
        }
    }
  }
  return taken;
};
