import { type ShiftAct, shiftEntryOf } from './shift-entry.ts';

/** Whether somebody must reach into the cash drawer for what happened; an exchange that settles itself moves nothing. */
export const opensDrawer = (operation: ShiftAct): boolean => {
  const { payments, refunds, move, isDrawerOpening } = shiftEntryOf(operation);
  const isCash = [...payments, ...refunds].some(({ tender }) => tender === 'cash');
  return isCash || move !== null || isDrawerOpening;
};
