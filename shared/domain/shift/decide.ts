import { add, type Minor, minor, subtract } from '#shared/kernel/money.ts';
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
  /** What was counted is not what is expected, and nobody said why. */
  | { readonly type: 'difference_unexplained'; readonly difference: Minor };

export type ClosingInput = Omit<ShiftClosing, 'counted' | 'expected' | 'difference' | 'counts'> & {
  readonly counts: readonly CashCount[];
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
  if (difference !== 0 && note === '') return fail({ type: 'difference_unexplained', difference });
  return ok({ ...input, counts: [...input.counts], counted, expected, difference, note });
};
