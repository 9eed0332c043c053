import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { maskedCode } from './masked-code.ts';
import { spendableOf, type StoredValueAnswer } from './stored-value.ts';

const NOWHERE: StoredValueAnswer = { type: 'not_reached' };
const NEW: StoredValueAnswer = { type: 'no_such_code' };
const told = (balance: number, currency: 'KZT' | 'UAH' = 'KZT'): StoredValueAnswer => ({
  type: 'told',
  currency,
  balance: minor(balance),
});
const here = (issued: number, spent: number, unconfirmed = 0) => ({
  issued: minor(issued),
  spent: minor(spent),
  unconfirmed: minor(unconfirmed),
});
const terms = (limit: number | null) =>
  ({ currency: 'KZT', limit: limit === null ? null : minor(limit) }) as const;

describe('what may be paid from a gift card or store credit', () => {
  test.each([
    ['R13: the balance the server tells', told(5000), here(0, 0), 0, 5000],
    [
      'R13: less what this till took and the server has not heard of',
      told(5000),
      here(0, 3000),
      0,
      2000,
    ],
    [
      'R13: not what this till gave and the server has not heard of',
      told(5000),
      here(900, 0),
      0,
      5000,
    ],
    ['S8: what this till gave, up to the limit', NOWHERE, here(5000, 1000), 9000, 4000],
    ['S8: what this till gave, cut off by the limit', NOWHERE, here(5000, 0), 3000, 3000],
    ['S8: what this till gave and the server has not heard of', NEW, here(700, 0), 1000, 700],
    ['R13: what the server tells of a card loaded here since', told(200), here(0, 0, 900), 0, 200],
    ['R13: what was given here, not what was loaded since', NOWHERE, here(500, 0, 900), 9000, 500],
    ['S8: on trust, up to the limit', NOWHERE, here(0, 0), 3000, 3000],
    ['S8: on trust, less what was taken here before', NOWHERE, here(0, 1000), 3000, 2000],
  ])('%s', (_, answer, known, limit, amount) => {
    expect(spendableOf(answer, known, terms(limit))).toMatchObject({ ok: true, value: { amount } });
  });

  test.each([
    ['a code that nobody gave', NEW, here(0, 0), 1000, 'stored_value_unknown'],
    ['one that was spent', told(0), here(0, 0), 1000, 'stored_value_empty'],
    ['one that was spent twice', told(-10), here(0, 0), 1000, 'stored_value_empty'],
    ['one that this till spent, unheard', told(5000), here(0, 5000), 1000, 'stored_value_empty'],
    ['one given and spent here', NOWHERE, here(500, 500), 1000, 'stored_value_empty'],
    ['a card sold here, unheard', NOWHERE, here(0, 0, 500), 9000, 'stored_value_not_confirmed'],
    ['one that the server lacks', NEW, here(0, 0, 500), 9000, 'stored_value_not_confirmed'],
    ['one loaded here once spent', told(0), here(0, 0, 500), 9000, 'stored_value_not_confirmed'],
    ['another currency', told(500, 'UAH'), here(0, 0), 0, 'stored_value_other_currency'],
    ['no trust offline', NOWHERE, here(0, 0), 0, 'stored_value_not_offline'],
    ['trust used up here', NOWHERE, here(0, 1000), 1000, 'stored_value_not_offline'],
  ])('R13 S8: %s pays nothing', (_, answer, known, limit, type) => {
    expect(spendableOf(answer, known, terms(limit))).toEqual({ ok: false, problem: { type } });
  });

  test('S8: however often one till is asked, it takes no more on trust than the limit', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (wanted, limit) => {
        let spent = 0;
        for (const amount of wanted) {
          const spendable = spendableOf(NOWHERE, here(0, spent), terms(limit));
          if (spendable.ok) spent += Math.min(amount, spendable.value.amount);
        }
        expect(spent).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('the code of a gift card', () => {
  test.each([
    ['GIFT-7F3K', '•••• 7F3K'],
    ['12345', '•••• 45'],
    ['1234', '•••• 34'],
  ])('of %s only %s is shown', (code, shown) => {
    expect(maskedCode(code)).toBe(shown);
  });
});
