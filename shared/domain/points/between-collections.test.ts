import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact } from '#shared/operations/facts.fixture.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { pointsToldBy } from '#shared/operations/points-effects.ts';
import { linesToHandOver } from '../pickup/open-pickup.ts';
import type { Order } from '../order/schema.ts';
import { returnableLines } from '../return/returnable.ts';
import { pointsOf, sumOfPoints } from './of-order.ts';
import {
  type Act,
  after,
  contentOf,
  give,
  given,
  lessened,
  ordered,
  orderedLines,
  paid,
  returned,
} from './web-orders.fixture.ts';

const hear = (order: Order, facts: readonly Operation[]): Order =>
  facts.reduce((now, one) => applyToOrder(now, one) ?? now, order);

describe('R12 goods of a web order come back between two collections', () => {
  test('what was earned on them and taken back stays so, and points that pay the others earn nothing', () => {
    const back = returned(given(ordered(2), 1, 1), 2, 1);
    expect(sumOfPoints(pointsOf(back))).toBe(0);
    const all = given(back, 3, 1, { points: 100 });
    expect(pointsOf(all)).toEqual({ earned: 500, takenBack: 500, spent: 100, restored: 0 });
  });

  test('those that points paid take back nothing of what the others earn later', () => {
    const back = returned(given(ordered(2), 1, 1, { points: 100 }), 2, 1);
    expect(sumOfPoints(pointsOf(back))).toBe(0);
    const payload = decided(give(back, 3, 1));
    expect(payload.points?.earned).toBe(500);
    const all = after(back, { type: 'pickup.handedOver', payload }, 3);
    expect(pointsOf(all)).toEqual({ earned: 500, takenBack: 0, spent: 100, restored: 100 });
  });

  test('a return that told nothing takes its share of what all that was collected earned', () => {
    const back = returned(given(ordered(2), 1, null), 2, 1);
    const untold = { ...back, returns: back.returns.map(({ pointsTakenBack: _, ...one }) => one) };
    expect(pointsOf(untold)).toEqual(pointsOf(back));
    expect(pointsOf(untold).takenBack).toBe(500);
  });

  test('a return that told what it took back is told so whether it is heard of before the hand-over or after', () => {
    const order = ordered(2);
    const first = fact({ type: 'pickup.handedOver', payload: decided(give(order, 1, null)) }, 1, 1);
    const collected = applyToOrder(order, first) ?? order;
    const content = contentOf(collected, { what: 'back', line: 0, pieces: 1, points: 0 }, '2');
    if (content === null) throw new Error('a return was expected');
    const second = fact(content, 2, 1);
    const heard = [second, first].reduce<Order>((now, one) => applyToOrder(now, one) ?? now, order);
    expect(pointsOf(heard)).toEqual({ earned: 1000, takenBack: 500, spent: 0, restored: 0 });
  });
});

describe('S8 tills that are cut off from each other take goods of a web order back', () => {
  const bringBack = (order: Order, till: number) => {
    const content = contentOf(order, { what: 'back', line: 0, pieces: 1, points: 0 }, `${till}`);
    if (content === null) throw new Error('a return was expected');
    return fact(content, till, 1);
  };

  test('the same goods twice: no more is taken back than was earned', () => {
    const order = given(ordered(2), 1, 1);
    const both = hear(order, [bringBack(order, 2), bringBack(order, 3)]);
    expect(pointsOf(both)).toMatchObject({ earned: 500, takenBack: 500 });
  });

  test('what each rounds down stays so while there is more to collect, and is part of all once there is not', () => {
    const order = orderedLines([{ pieces: 3, price: 30 }]);
    const act: Act = { what: 'give', line: 0, pieces: 2, points: 0 };
    const collect = (now: Order, pieces: number, seq: number) => {
      const content = contentOf(now, { ...act, pieces }, `g${seq}`);
      return content === null ? now : after(now, content, seq);
    };
    const two = collect(order, 2, 1);
    const both = hear(two, [bringBack(two, 2), bringBack(two, 3)]);
    expect(pointsOf(both)).toMatchObject({ earned: 3, takenBack: 2 });
    const all = collect(both, 1, 2);
    // One piece is kept, which earns one.
    expect(pointsOf(all)).toMatchObject({ earned: 3, takenBack: 2 });
    expect(pointsOf(hear(all, [bringBack(all, 4)]))).toMatchObject({ earned: 3, takenBack: 3 });
  });
});

describe('R12 goods of a web order are taken off between two collections', () => {
  test('points that come back with them paid those that are collected: these are earned on then, once', () => {
    const first = given(paid(ordered(2), 1, 100), 2, 1);
    expect(pointsOf(first)).toMatchObject({ earned: 0, spent: 100 });
    const less = lessened(first, 3, 1);
    expect(pointsOf(less)).toEqual({ earned: 500, takenBack: 0, spent: 100, restored: 100 });
    const all = contentOf(less, { what: 'back', line: 0, pieces: 1, points: 0 }, '4');
    if (all === null) throw new Error('a return was expected');
    expect(sumOfPoints(pointsOf(after(less, all, 4)))).toBe(0);
  });

  test('its fact told again earns nothing more, and says whose points those are', () => {
    const first = given(paid(ordered(2), 1, 100), 2, 1);
    const act: Act = { what: 'lessen', line: 0, pieces: 1, points: 0 };
    const content = contentOf(first, act, '3');
    if (content?.type !== 'order.amended') throw new Error('an amendment was expected');
    expect(content.payload.points).toEqual({ customerId: 'dana', earned: 500 });
    expect(pointsToldBy(fact(content)).earned).toBe(500);
    const once = after(first, content, 3);
    expect(pointsOf(after(once, content, 3))).toEqual(pointsOf(once));
  });

  test('nothing is earned where no points come back, or where they paid nothing that was collected', () => {
    expect(pointsOf(lessened(given(ordered(2), 1, 1), 2, 1)).earned).toBe(500);
    const ahead = paid(given(ordered(2), 1, 1), 2, 60);
    expect(pointsOf(lessened(ahead, 3, 1))).toMatchObject({ earned: 500, restored: 60 });
  });
});

const anyLines = fc.array(
  fc.record({ pieces: fc.integer({ min: 1, max: 4 }), price: fc.integer({ min: 1, max: 33_333 }) }),
  { minLength: 1, maxLength: 3 },
);

const anyAct: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('give', 'give', 'back', 'lessen', 'pay'),
  line: fc.nat(3),
  pieces: fc.integer({ min: 1, max: 4 }),
  points: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })),
});

/** Nothing waits any more, and the customer brings back whatever they have. */
const endOf = (order: Order, facts: Operation[], till: number): Order => {
  let now = order;
  const doAll = (what: Act['what']) => {
    for (let line = 0; line < 40; line += 1) {
      const content = contentOf(
        now,
        { what, line: 0, pieces: 99, points: 0 },
        `${till}${facts.length}`,
      );
      if (content === null) return;
      facts.push(fact(content, till, facts.length + 1));
      now = hear(order, facts);
    }
  };
  doAll('lessen');
  doAll('give');
  doAll('back');
  return now;
};

describe('R12 whatever is collected, brought back, taken off and paid of a web order', () => {
  test('each is told what the ledger comes to, what came back before never moves, and all of it comes to nothing', () => {
    fc.assert(
      fc.property(anyLines, fc.array(anyAct, { maxLength: 12 }), fc.gen(), (lines, acts, gen) => {
        const placed = orderedLines(lines);
        const facts: Operation[] = [];
        let order = placed;
        for (const [index, act] of acts.entries()) {
          const content = contentOf(order, act, `${index}`);
          if (content === null) continue;
          const one = fact(content, 1, index + 1);
          facts.push(one);
          const was = pointsOf(order);
          order = hear(order, [one]);
          const is = pointsOf(order);
          const told = pointsToldBy(one);
          expect(is.earned - was.earned).toBe(told.earned);
          expect(is.takenBack - was.takenBack).toBe(told.takenBack);
          expect(is.earned).toBeGreaterThanOrEqual(is.takenBack);
          expect(is.spent).toBeGreaterThanOrEqual(is.restored);
        }
        const heard = gen(() => fc.shuffledSubarray(facts, { minLength: facts.length }));
        expect(pointsOf(hear(placed, heard))).toEqual(pointsOf(order));
        const end = endOf(order, facts, 2);
        expect(linesToHandOver(end)).toEqual([]);
        expect(returnableLines(end).every(({ left }) => left === 0)).toBe(true);
        expect(sumOfPoints(pointsOf(end))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('S5 S8 tills that are cut off from each other come to the same with the server, whatever is heard of first: never less than nothing, and to nothing once all came back', () => {
    const anyActs = fc.array(fc.tuple(anyAct, fc.constantFrom(1, 2), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyLines, anyActs, fc.gen(), (lines, acts, gen) => {
        const placed = orderedLines(lines);
        const facts: Operation[] = [];
        const known = new Map<number, readonly Operation[]>();
        for (const [index, [act, till, isInContact]] of acts.entries()) {
          const heard = isInContact ? facts : (known.get(till) ?? []);
          const content = contentOf(hear(placed, heard), act, `${index}`);
          const more = content === null ? [] : [fact(content, till, index + 1)];
          facts.push(...more);
          known.set(till, [...heard, ...more]);
        }
        const order = hear(placed, facts);
        const other = gen(() => fc.shuffledSubarray(facts, { minLength: facts.length }));
        expect(pointsOf(hear(placed, other))).toEqual(pointsOf(order));
        expect(pointsOf(order).earned).toBeGreaterThanOrEqual(pointsOf(order).takenBack);
        const end = pointsOf(endOf(order, facts, 3));
        expect(end.takenBack).toBe(end.earned);
      }),
      { numRuns: 300 },
    );
  });
});
