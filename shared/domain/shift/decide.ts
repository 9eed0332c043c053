import { add, type Minor, minor, subtract, ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CashCount, CashPieces, ShiftClosing } from './schema.ts';

/** What notes and coins come to. */
export const countedIn = (pieces: readonly CashPieces[]): Minor =>
  add(...pieces.map(({ value, pieces: count }) => minor(value * count)));

export type ClosingProblem =
  /** The drawer has not been counted. */
  | { readonly type: 'count_missing' }
  /** The drawer moved since it was counted. */
  | { readonly type: 'count_outdated' }
  /** What was counted, or was before it could be seen, is not what is expected, and nobody said why. */
  | { readonly type: 'difference_unexplained'; readonly difference: Minor };

export type ClosingInput = Omit<ShiftClosing, 'counted' | 'expected' | 'difference' | 'counts'> & {
  readonly counts: readonly CashCount[];
};

/**
 * What somebody has to say why it is: by how much the last count is off, or, where that agrees, the last that was made before
 * anybody had seen what is expected (rule R4) and since when nothing moved the drawer.
 */
export const differenceToExplain = (counts: readonly CashCount[], expected: Minor): Minor => {
  const now = counts.filter((count) => count.expected === expected);
  const off = now.map(({ counted }) => subtract(counted, expected));
  const last = off.at(-1) ?? ZERO;
  const blind = now.findLastIndex(({ isBlind }) => isBlind);
  return last === 0 ? (off[blind] ?? ZERO) : last;
};

/** The Z report of a shift. It is closed with the last count, as long as nothing moved the drawer since. */
export const decideClosing = (input: ClosingInput): Result<ShiftClosing, ClosingProblem> => {
  const last = input.counts.at(-1);
  if (!last) return fail({ type: 'count_missing' });
  const { counted } = last;
  const { expected } = input.report.drawer;
  if (last.expected !== expected) return fail({ type: 'count_outdated' });
  const difference = subtract(counted, expected);
  const note = input.note.trim();
  const unexplained = note === '' ? differenceToExplain(input.counts, expected) : ZERO;
  if (unexplained !== 0) return fail({ type: 'difference_unexplained', difference: unexplained });
  return ok({ ...input, counts: [...input.counts], counted, expected, difference, note });
};
