import { denominationsOf } from '#shared/domain/settings/cash-of.ts';
import type { CashPieces } from '#shared/domain/shift/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';

/** An amount of tenge in the fewest notes and coins. */
export const piecesOf = (amount: Minor): CashPieces[] => {
  let left: number = amount;
  return denominationsOf('KZT').flatMap((value) => {
    const pieces = Math.floor(left / value);
    left -= pieces * value;
    return pieces === 0 ? [] : [{ value, pieces }];
  });
};
