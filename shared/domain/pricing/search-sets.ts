import { addProspect, type Prospect, prospectOf } from './prospect.ts';
import type { Kind, SetRule } from './set-rule.ts';
import { digitsOf, heldIn, type Move, moved, movesOf } from './set-state.ts';
import { noteWay, noWays, type Ways } from './ways.ts';

/** How many pieces of each kind every set takes: `taken[kind][set]`. */
export type Taken = number[][];

const compare = (left: readonly number[], right: readonly number[]): number => {
  for (const [level, value] of left.entries()) {
    const difference = (right[level] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The most promising ways, and always the one with no set open, which can be ended at any piece. */
const kept = (
  { states, savings, wayByState }: Ways,
  width: number,
  levels: number,
  price: number,
  prospect: Prospect,
): number[] => {
  const all = [...states.keys()];
  if (all.length <= width) return all;
  const promises = states.map((state, way) => {
    const promise = savings.slice(way * levels, (way + 1) * levels);
    addProspect(prospect, state, price, promise);
    return promise;
  });
  const best = all
    .toSorted((left, right) => compare(promises[left] ?? [], promises[right] ?? []))
    .slice(0, width);
  const closed = wayByState.get(0);
  return closed === undefined || best.includes(closed) ? best : [...best, closed];
};

/** All that can come of one more piece of a kind. */
const stepped = (
  ways: Ways,
  members: readonly number[],
  outside: readonly number[],
  moves: readonly Move[],
): Ways => {
  const levels = outside.length;
  const next = noWays();
  const saved = [...outside];
  for (const way of members) {
    const state = ways.states[way] ?? 0;
    for (let level = 0; level < levels; level += 1)
      saved[level] = (ways.savings[way * levels + level] ?? 0) + (outside[level] ?? 0);
    noteWay(next, state, saved, way, -1);
    for (const move of moves) {
      const after = moved(move, state);
      if (after === null) continue;
      const gain = (move.gains[heldIn(state, move.digit)] ?? 0) - after.cost;
      for (let level = 0; level < levels; level += 1)
        saved[level] =
          (ways.savings[way * levels + level] ?? 0) + (level === move.level ? gain : 0);
      noteWay(next, after.state, saved, way, move.set);
    }
  }
  return next;
};

/** The way back from the end, where no set is open: what became of each piece. */
const takenBy = (steps: readonly Ways[], order: readonly number[], taken: Taken): Taken => {
  let way = steps.at(-1)?.wayByState.get(0) ?? 0;
  for (let piece = steps.length - 1; piece >= 0; piece -= 1) {
    const ways = steps[piece];
    const row = taken[order[piece] ?? 0];
    const choice = ways?.choices[way] ?? -1;
    if (choice >= 0 && row) row[choice] = (row[choice] ?? 0) + 1;
    way = ways?.parents[way] ?? 0;
  }
  return taken;
};

/**
 * Gives pieces to sets so that they save most, by dynamic programming over how far each set is filled: exact as long as
 * no more than `width` ways are open at once, the best found beyond that. Kinds come dearest first. Where there are more
 * sets than can be counted together, the first ones are looked at.
 */
export const searchSets = (
  kinds: readonly Kind[],
  rules: readonly SetRule[],
  width: number,
): Taken => {
  const digits = digitsOf(kinds, rules);
  const nothing = (kinds[0]?.outside ?? []).map(() => 0);
  const prospect = prospectOf(kinds, rules, digits);
  let ways = noWays();
  noteWay(ways, 0, nothing, 0, -1);
  const steps: Ways[] = [];
  const order: number[] = [];
  for (const [index, kind] of kinds.entries()) {
    const moves = movesOf(kind, rules, digits);
    for (let piece = 0; piece < kind.count; piece += 1) {
      const members = kept(ways, width, nothing.length, kind.price, prospect);
      ways = stepped(ways, members, kind.outside, moves);
      steps.push(ways);
      order.push(index);
    }
  }
  return takenBy(
    steps,
    order,
    kinds.map(() => rules.map(() => 0)),
  );
};
