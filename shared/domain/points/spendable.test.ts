import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { spendablePoints } from './spendable.ts';

const RULE = {
  perHundred: 5,
  worth: 100,
  smallestSpend: 1,
  asTender: false,
  offlineLimit: 50,
};

describe('how many points may be spent', () => {
  const left = minor(10_000);
  test.each([
    ['the balance, asked', { balance: 40, spentHere: 0, isAsked: true }, 40],
    ['no more than there is to pay', { balance: 400, spentHere: 0, isAsked: true }, 100],
    ['offline no more than policy lets', { balance: 400, spentHere: 0, isAsked: false }, 50],
    ['offline the rest of that', { balance: 400, spentHere: 20, isAsked: false }, 30],
    ['offline the balance, if it is less', { balance: 7, spentHere: 0, isAsked: false }, 7],
  ])('%s', (_, known, most) => {
    expect(spendablePoints(RULE, known, left)).toEqual({ ok: true, value: most });
  });

  test.each([
    ['points_none', { balance: -3, spentHere: 0, isAsked: true }],
    ['points_not_offline', { balance: 400, spentHere: 50, isAsked: false }],
    ['points_not_known', null],
  ])('%s', (type, known) => {
    expect(spendablePoints(RULE, known, left)).toMatchObject({ ok: false, problem: { type } });
  });

  test('not fewer than may be spent at once', () => {
    const known = { balance: 9, spentHere: 0, isAsked: true };
    expect(spendablePoints({ ...RULE, smallestSpend: 10 }, known, left)).toEqual({
      ok: false,
      problem: { type: 'points_below_smallest', smallest: 10 },
    });
  });
});
