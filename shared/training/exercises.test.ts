import { describe, expect, test } from 'vitest';
import { basketLine, basketOf } from '../domain/baskets.fixture.ts';
import { ExerciseId } from '../domain/training/exercise-id.ts';
import { ZERO } from '../kernel/money.ts';
import { units } from '../kernel/quantity.ts';
import { fact, saleOf } from '../operations/facts.fixture.ts';
import type { Operation } from '../operations/operation.ts';
import { doneSteps, EXERCISES } from './exercises.ts';

const done = (id: ExerciseId, all: readonly Operation[], since = all): boolean[] => {
  const exercise = EXERCISES.find((known) => known.id === id);
  if (!exercise) throw new Error(id);
  return doneSteps(exercise, { all, since }).map(({ isDone }) => isDone);
};

const shift = (type: 'opened' | 'closed', seq: number): Operation => {
  const opened = fact({
    type: 'shift.opened',
    payload: { shiftId: 's', number: 1, currency: 'KZT', float: ZERO },
  });
  return { ...opened, type: `shift.${type}`, seq } as Operation;
};

describe('exercises of training', () => {
  test('each id is one exercise, in the order in which they are learnt', () => {
    expect(EXERCISES.map(({ id }) => id)).toEqual(ExerciseId.enum);
  });

  test('of nothing nothing is done', () => {
    for (const { id } of EXERCISES) expect(done(id, [])).not.toContain(true);
  });

  test('a shift that was opened before counts until it is closed', () => {
    const [opened, closed] = [shift('opened', 1), shift('closed', 2)];
    expect(done('first_sale', [opened], [])[0]).toBe(true);
    expect(done('first_sale', [opened, closed], [])[0]).toBe(false);
    expect(done('first_sale', [opened, closed, opened], [])[0]).toBe(true);
  });

  test('goods by weight, or three pieces each of two products where a shop has none', () => {
    const kilograms = basketLine({ unit: 'kilogram' });
    const three = basketLine({ quantity: units(3) });
    const more = basketLine({ id: 'b', sku: 'MILK', quantity: units(4) });
    const sold = (...lines: Parameters<typeof basketOf>[0]): boolean[] =>
      done('weighed', [fact(saleOf(basketOf(lines)))]);
    expect(sold(basketLine())).toEqual([false, false]);
    expect(sold(three)).toEqual([true, false]);
    expect(sold(kilograms)).toEqual([false, true]);
    expect(sold(three, more)).toEqual([true, true]);
  });

  test('a discount that nobody approved is none', () => {
    const given = basketLine({ discount: { type: 'percent', rate: 3000 } });
    const sale = fact(saleOf(basketOf([given])));
    expect(done('discount', [sale])).toEqual([false]);
    expect(done('discount', [{ ...sale, approvedBy: 'manager' }])).toEqual([true]);
  });

  test('what is sold after parking is the basket that was recalled', () => {
    const sale = (orderId: string): Operation => fact(saleOf(basketOf([basketLine()]), orderId));
    const recall = fact({
      type: 'basket.recalled',
      payload: { basketId: 'parked', nextOrderId: 'next' },
    });
    expect(done('park', [recall, sale('other')])).toEqual([false, true, false]);
    expect(done('park', [recall, sale('next')])).toEqual([false, true, true]);
  });
});
