import { createRandom, type Random } from '../simulation/random.ts';
import type { Booking } from './rules/booking.ts';

/** A till without a network, from before one booking of the whole list until before another. */
export type Spell = { readonly till: number; readonly from: number; readonly to: number };

/** Everything left to chance, by one seed: the same seed makes the same day. */
export type Plan = {
  /** Which till makes each booking. */
  readonly tills: readonly number[];
  readonly spells: readonly Spell[];
  /** Before which bookings the server is killed. */
  readonly kills: readonly number[];
};

/** Share of all bookings for which a till is offline, and for which it is online between two spells: from, below. */
const OFFLINE = [0.02, 0.12] as const;
const ONLINE = [0.05, 0.35] as const;

const between = (random: Random, [from, below]: readonly [number, number], of: number): number =>
  Math.max(1, Math.floor((from + (below - from) * random.next()) * of));

/** A customer is served at one till, whatever becomes of the invoice. */
const assignTills = (bookings: readonly Booking[], tills: number, random: Random): number[] => {
  let invoice = '';
  let till = 0;
  return bookings.map(({ rows }) => {
    const next = rows[0]?.invoice ?? '';
    if (next !== invoice) till = random.below(tills);
    invoice = next;
    return till;
  });
};

const spellsOf = (till: number, count: number, random: Random): Spell[] => {
  const spells: Spell[] = [];
  for (let from = between(random, ONLINE, count); from < count;) {
    const to = Math.min(count, from + between(random, OFFLINE, count));
    spells.push({ till, from, to });
    from = to + between(random, ONLINE, count);
  }
  return spells;
};

export const planReplay = (
  bookings: readonly Booking[],
  { tills, kills, seed }: { readonly tills: number; readonly kills: number; readonly seed: number },
): Plan => {
  const random = createRandom(seed);
  const count = bookings.length;
  return {
    tills: assignTills(bookings, tills, random),
    spells: Array.from({ length: tills }, (_, till) => spellsOf(till, count, random)).flat(),
    // One in each stretch of the way, so that they do not come at once.
    kills: Array.from({ length: kills }, (_, index) =>
      Math.floor(((index + random.next()) / kills) * count),
    ),
  };
};
