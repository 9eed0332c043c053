import { type Minor, minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { MAX_QUANTITY, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { toUnits } from './decimal.ts';
import type { Choice, Flag, RowProblem } from './row-problem.ts';

// What stands in one field of a row; an empty field says nothing: null.

/** A hundred million in major units: no shop sells one piece of anything for more. */
const MAX_PRICE = 10_000_000_000;
const MAX_AGE = 99;

export const parsePrice = (text: string): Result<Minor | null, RowProblem> => {
  if (text === '') return ok(null);
  const units = toUnits(text, MINOR_DIGITS);
  if (units === null) return fail({ type: 'price_invalid', found: text });
  if (units < 0) return fail({ type: 'price_negative', found: text });
  if (units > MAX_PRICE) return fail({ type: 'price_absurd', found: text });
  return ok(minor(units));
};

export const parseStock = (text: string): Result<Quantity | null, RowProblem> => {
  if (text === '') return ok(null);
  const thousandths = toUnits(text, 3);
  return thousandths === null || thousandths < 0 || thousandths > MAX_QUANTITY
    ? fail({ type: 'stock_invalid', found: text })
    : ok(quantity(thousandths));
};

export const parseAge = (text: string): Result<number | null, RowProblem> => {
  if (text === '') return ok(null);
  return /^\d{1,2}$/.test(text) && Number(text) <= MAX_AGE
    ? ok(Number(text))
    : fail({ type: 'age_invalid', found: text });
};

export const parseFlag = (column: Flag, text: string): Result<boolean | null, RowProblem> => {
  if (text === '') return ok(null);
  if (/^(1|yes|true)$/i.test(text)) return ok(true);
  return /^(0|no|false)$/i.test(text)
    ? ok(false)
    : fail({ type: 'flag_invalid', column, found: text });
};

/** One of these words, however its letters are written. */
export const parseChoice = <Word extends string>(
  column: Choice,
  text: string,
  allowed: readonly Word[],
): Result<Word | null, RowProblem> => {
  if (text === '') return ok(null);
  const chosen = allowed.find((word) => word === text.toLowerCase());
  return chosen === undefined
    ? fail({ type: 'choice_invalid', column, found: text, allowed })
    : ok(chosen);
};
