import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { shiftMoneyOf } from '#shared/operations/shift-money.ts';

/** A line of the ledger of shifts: what one operation moved in the shift it belongs to. */
export type ShiftMoneyRow = {
  readonly journalId: string;
  readonly seq: number;
  readonly shiftId: string;
  readonly at: string;
  readonly type: Operation['type'];
  /** Of what the drawer is expected to hold; minor units, signed. */
  readonly drawer: number;
  /** In every tender together; minor units, signed. */
  readonly moved: number;
};

/** The outcome of something that was asked of a machine is told even where it moved nothing. */
const isOutcome = (type: Operation['type']): boolean => type.endsWith('.resolved');

/** What an operation adds to the ledger of shifts: a line, or nothing. */
export const shiftMoneyRowsOf = (operation: Operation): ShiftMoneyRow[] => {
  const { journalId, seq, shiftId, type } = operation;
  if (shiftId === null) return [];
  const { drawer, moved } = shiftMoneyOf(operation);
  if (drawer === 0 && moved === 0 && !isOutcome(type)) return [];
  return [{ journalId, seq, shiftId, at: happenedAt(operation), type, drawer, moved }];
};
