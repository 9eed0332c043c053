import { add, type Minor } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { OperationContext } from '#shared/operations/seal.ts';
import { tenge } from './demo-catalog.ts';
import { cashIn } from './act-effects.ts';

/** An operation before its journal seals it. */
export type Act = Pick<OperationContext, 'at' | 'staffId' | 'shiftId' | 'approvedBy'> & {
  readonly content: OperationContent;
};

const FLOAT = tenge(20_000);

/** A till with people at it: who is on shift, what lies in the drawer, and what was done so far. */
export type DemoTill = {
  readonly acts: readonly Act[];
  /** The number of the next receipt: that of its operation. */
  readonly nextNumber: () => string;
  readonly changeShift: (at: string) => void;
  readonly do: (at: string, content: OperationContent, approvedBy?: string) => void;
};

/** `series` begins its numbers; `before` operations of the journal come first and are written by others. */
export const createDemoTill = (
  series: string,
  cashiers: readonly string[],
  before: number,
): DemoTill => {
  const acts: Act[] = [];
  let number = 0;
  let drawer: Minor = FLOAT;
  const shiftId = () => `${series}-shift-${number}`;
  const staffId = () => cashiers[number % cashiers.length] ?? '';

  const append = (at: string, content: OperationContent, approvedBy: string | null): void => {
    drawer = add(drawer, cashIn(content));
    acts.push({ at, staffId: staffId(), shiftId: shiftId(), approvedBy, content });
  };

  const changeShift = (at: string): void => {
    const currency = 'KZT';
    if (number > 0) {
      const payload = { shiftId: shiftId(), currency, counted: drawer } as const;
      append(at, { type: 'shift.closed', payload }, null);
    }
    number += 1;
    drawer = FLOAT;
    const payload = { shiftId: shiftId(), number, currency, float: FLOAT } as const;
    append(at, { type: 'shift.opened', payload }, null);
  };

  return {
    acts,
    nextNumber: () => `${series}-${String(before + acts.length + 1).padStart(6, '0')}`,
    changeShift,
    do: (at, content, approvedBy) => append(at, content, approvedBy ?? null),
  };
};
