import type { ShiftState } from '#renderer/queries/use-shift.ts';

/** Whether somebody has seen what the drawer should hold, so that nothing is to be hidden any more (rule R4). */
export const isShownTo = ({ counting }: ShiftState, staffId: string | undefined): boolean =>
  staffId !== undefined && counting.shownTo.includes(staffId);
