import { decideClosing } from '#shared/domain/shift/decide.ts';
import { reportOf } from '#shared/domain/shift/report.ts';
import { add, minor, type Minor, subtract } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { OperationContext } from '#shared/operations/seal.ts';
import { shiftEntryOf } from '#shared/operations/shift-entry.ts';
import { tenge } from './demo-catalog.ts';
import { piecesOf } from './pieces-of.ts';

/** An operation before its journal seals it. */
export type Act = Pick<OperationContext, 'at' | 'staffId' | 'shiftId' | 'approvedBy'> & {
  readonly content: OperationContent;
};

const FLOAT = tenge(20_000);
/** More than this above the float goes to the safe when a shift ends. */
const KEPT = tenge(10_000);
/** One drawer in so many does not agree, by so much. */
const WRONG_EVERY = 7;
const WRONG_BY = [-500, 200, -1000, -200].map(tenge);

/** A till with people at it: who is on shift, what lies in the drawer, and what was done so far. */
export type DemoTill = {
  readonly acts: readonly Act[];
  /** The number of the next receipt: that of its operation. */
  readonly nextNumber: () => string;
  readonly changeShift: (at: string) => void;
  readonly do: (at: string, content: OperationContent, approvedBy?: string) => void;
};

export type DemoTillParts = {
  readonly journalId: string;
  /** How its receipts are numbered. */
  readonly series: string;
  readonly cashiers: readonly string[];
  /** Operations of the journal that come first and are written by others. */
  readonly before: number;
  readonly categoryOf: (sku: string) => string | null;
};

type Begun = { readonly at: string; readonly staffId: string; readonly float: Minor };

export const createDemoTill = (parts: DemoTillParts): DemoTill => {
  const { journalId, series, cashiers, before, categoryOf } = parts;
  const acts: Act[] = [];
  let number = 0;
  let begun: Begun = { at: '', staffId: '', float: FLOAT };
  const shiftId = () => `${series}-shift-${number}`;
  const staffId = () => cashiers[number % cashiers.length] ?? '';

  const append = (at: string, content: OperationContent, approvedBy: string | null): void => {
    acts.push({ at, staffId: staffId(), shiftId: shiftId(), approvedBy, content });
  };

  const report = () => {
    const own = acts.filter((act) => act.shiftId === shiftId());
    const entries = own.map(({ content, at, staffId: person }) =>
      shiftEntryOf({ ...content, at, clockOffset: null, staffId: person }),
    );
    return { own, report: reportOf(begun.float, entries, categoryOf) };
  };

  /** What is in the drawer beyond the next float is taken to the safe. */
  const emptyDrawer = (at: string): void => {
    const over = subtract(report().report.drawer.expected, FLOAT);
    if (over <= KEPT) return;
    const payload = {
      moveId: `${shiftId()}-drop`,
      kind: 'safe_drop',
      currency: 'KZT',
      amount: over,
      reason: 'safe',
      note: '',
    } as const;
    append(at, { type: 'cash.moved', payload }, null);
  };

  /** Closes the shift; what is left in the drawer is the next one's float. */
  const close = (at: string): Minor => {
    emptyDrawer(at);
    const { own, report: made } = report();
    const wrong = number % WRONG_EVERY === 3 ? WRONG_BY[number % WRONG_BY.length] : undefined;
    const { expected } = made.drawer;
    const counted = minor(Math.max(0, add(expected, wrong ?? tenge(0))));
    const count = {
      at,
      staffId: staffId(),
      isBlind: true,
      pieces: piecesOf(counted),
      counted,
      expected,
    };
    const closing = decideClosing({
      shiftId: shiftId(),
      number,
      currency: 'KZT',
      openedAt: begun.at,
      openedBy: begun.staffId,
      counts: [count],
      note: wrong === undefined ? '' : 'Пересчитано дважды',
      report: made,
      operations: [{ journalId, count: own.length }],
    });
    if (closing.ok) append(at, { type: 'shift.closed', payload: closing.value }, null);
    return counted;
  };

  const changeShift = (at: string): void => {
    const float = number > 0 ? close(at) : FLOAT;
    number += 1;
    begun = { at, staffId: staffId(), float };
    const payload = { shiftId: shiftId(), number, currency: 'KZT', float } as const;
    append(at, { type: 'shift.opened', payload }, null);
  };

  return {
    acts,
    nextNumber: () => `${series}-${String(before + acts.length + 1).padStart(6, '0')}`,
    changeShift,
    do: (at, content, approvedBy) => append(at, content, approvedBy ?? null),
  };
};
