import type { Currency, Minor } from '#shared/kernel/money.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { newestOperations } from './newest-operations.ts';

/** The shift that this till is in. */
export type OpenShift = {
  readonly shiftId: string;
  readonly number: number;
  readonly currency: Currency;
  readonly float: Minor;
  readonly openedAt: string;
  readonly openedBy: string;
  /** Where it begins in the till's journals. */
  readonly journalId: string;
  readonly seq: number;
};

/** The shifts of this till, as its journals alone say which there were. */
export type Shifts = {
  /** null = none is open. */
  readonly current: () => OpenShift | null;
  /** Of the last shift that was opened here; 0 = there was none. */
  readonly lastNumber: () => number;
  readonly isClosed: (shiftId: string) => boolean;
};

type Known = {
  readonly current: OpenShift | null;
  readonly lastNumber: number;
  /** The last that was closed is enough: what is open is never one that was closed before it. */
  readonly lastClosed: string | null;
};

const openedBy = (operation: Operation): OpenShift | null => {
  if (operation.type !== 'shift.opened') return null;
  const { payload, staffId, journalId, seq } = operation;
  return { ...payload, openedAt: happenedAt(operation), openedBy: staffId, journalId, seq };
};

const after = (known: Known, operation: Operation): Known => {
  const opened = openedBy(operation);
  if (opened) return { ...known, current: opened, lastNumber: opened.number };
  if (operation.type !== 'shift.closed') return known;
  const { shiftId } = operation.payload;
  const current = known.current?.shiftId === shiftId ? null : known.current;
  return { ...known, current, lastClosed: shiftId };
};

const readKnown = async (ledger: Ledger): Promise<Known> => {
  let lastClosed: string | null = null;
  for await (const operation of newestOperations(ledger, ['shift.opened', 'shift.closed'])) {
    if (operation.type === 'shift.closed') {
      lastClosed ??= operation.payload.shiftId;
      continue;
    }
    const opened = openedBy(operation);
    const current = opened?.shiftId === lastClosed ? null : opened;
    return { current, lastNumber: operation.payload.number, lastClosed };
  }
  return { current: null, lastNumber: 0, lastClosed };
};

export const createShifts = async (ledger: Ledger, journal: Journal): Promise<Shifts> => {
  let known = await readKnown(ledger);
  journal.onAppend((operation) => {
    known = after(known, operation);
  });
  return {
    current: () => known.current,
    lastNumber: () => known.lastNumber,
    isClosed: (shiftId) => shiftId === known.lastClosed && shiftId !== known.current?.shiftId,
  };
};
