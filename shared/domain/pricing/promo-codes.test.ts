import { describe, expect, test } from 'vitest';
import { AT, basketLine, basketOf, bookOf, goods, promotion } from '../baskets.fixture.ts';
import { priceBasket } from './price-basket.ts';
import { codesUsed, judgeCode, promotionsOfCode, typedCode } from './promo-codes.ts';

const ONCE = promotion({ id: 'once', code: 'WELCOME', oncePerCustomer: true });
const OFTEN = promotion({ id: 'often', code: 'SPRING' });
const USED = { uses: [{ promotionId: 'once', at: AT }], isAsked: true };
const NONE = { uses: [], isAsked: true };
const UNASKED = { uses: [], isAsked: false };

test('a code is found as it is kept, however it is typed, and only while its promotion holds', () => {
  const book = bookOf([ONCE, OFTEN, promotion({ id: 'none' })]);
  expect(promotionsOfCode(book, typedCode(' welcome '), AT)).toEqual([ONCE]);
  expect(promotionsOfCode(book, 'WELCOME', '2026-02-01T00:00:00.000Z')).toEqual([]);
});

describe('a code', () => {
  test.each([
    ['that no promotion has', [], NONE, true, 'code_unknown'],
    ['for each customer once, and nobody is named', [ONCE], null, true, 'code_needs_customer'],
    ['that this customer used', [ONCE], USED, true, 'code_used'],
    [
      'that this till knows to be used, offline',
      [ONCE],
      { ...USED, isAsked: false },
      true,
      'code_used',
    ],
    ['that nobody can be asked about', [ONCE], UNASKED, false, 'code_not_offline'],
  ] as const)('%s is refused', (_, promotions, known, isTrusted, type) => {
    expect(judgeCode(promotions, known, isTrusted)).toMatchObject({ ok: false, problem: { type } });
  });

  test.each([
    ['for everybody', [OFTEN], null, false],
    ['that this customer did not use', [ONCE], NONE, false],
    ['that nobody can be asked about, on trust', [ONCE], UNASKED, true],
  ] as const)('%s is taken', (_, promotions, known, isTrusted) => {
    expect(judgeCode(promotions, known, isTrusted).ok).toBe(true);
  });
});

test('what a sale used up says what it took off in all; a code that took nothing is not used', () => {
  const book = bookOf([
    { ...ONCE, offer: { type: 'percent', goods: goods({ all: true }), rate: 5000 } },
    { ...OFTEN, offer: { type: 'percent', goods: goods({ skus: ['BUN'] }), rate: 1000 } },
  ]);
  const used = (codes: readonly string[]) => {
    const lines = [basketLine(), basketLine({ id: 'b', sku: 'MILK' })];
    const basket = { ...basketOf(lines), buyer: { groupIds: [], codes } };
    return codesUsed(priceBasket(basket, book, AT).lines, book);
  };
  expect(used(['WELCOME', 'SPRING'])).toEqual([
    { promotionId: 'once', code: 'WELCOME', amount: 1234 },
  ]);
  expect(used(['SPRING'])).toEqual([]);
});
