import { add, type Minor, negate, ZERO } from '../kernel/money.ts';
import { drawerOf } from '../domain/shift/report.ts';
import { shiftEntryOf, type ShiftAct } from './shift-entry.ts';

/** What an operation moved in its shift; minor units, in is positive, out negative. */
export type ShiftMoney = {
  /** Of what the drawer is expected to hold: the sum over a shift and its float is what its Z report expects (rule R2). */
  readonly drawer: Minor;
  /** In every tender together. */
  readonly moved: Minor;
};

export const shiftMoneyOf = (operation: ShiftAct): ShiftMoney => {
  const entry = shiftEntryOf(operation);
  const { payments, refunds } = entry;
  return {
    drawer: drawerOf(ZERO, [entry]).expected,
    moved: add(
      ZERO,
      ...payments.map(({ amount }) => amount),
      ...refunds.map(({ amount }) => negate(amount)),
    ),
  };
};
