import { useSyncExternalStore } from 'react';
import { type ShiftAge, shiftAgeOf } from '#shared/domain/shift/shift-age.ts';
import type { DrawerCounting } from '../store/drawer-counting.ts';
import { readCounting } from '../store/drawer-counting.ts';
import { newestOperations, type OperationOf } from '../store/newest-operations.ts';
import { readShiftBook, type ShiftBook } from '../store/shift-book.ts';
import type { OpenShift } from '../store/shifts.ts';
import { openedAt, trustedNow } from '../store/trusted-time.ts';
import { useTillData } from './till-data.ts';
import { useLive } from './use-live.ts';

export type ShiftNow = OpenShift;

/** The shift this till is in; null = none is open. */
export const useShift = (): OpenShift | null => {
  const { view } = useTillData().store;
  return useSyncExternalStore(view.onChange, view.shift);
};

/** What a shift came to so far, who saw what the drawer should hold, and how long the shift has been open. */
export type ShiftState = ShiftBook & {
  readonly counting: DrawerCounting;
  readonly age: ShiftAge;
};

/** `round`: raised by whoever counted the drawer or had it shown, which no operation tells. */
export const useShiftState = (shift: OpenShift, round: number): ShiftState | undefined => {
  const { store } = useTillData();
  return useLive(
    async () => ({
      ...(await readShiftBook(store, shift)),
      counting: await readCounting(store.ledger, shift.shiftId),
      age: shiftAgeOf(openedAt(store, shift), await trustedNow(store)),
    }),
    `shift:${shift.shiftId}:${round}`,
  );
};

export type ZReport = OperationOf<'shift.closed'>;

/** Enough to reprint what was closed lately; head office has them all. */
const SHOWN = 8;
/** Operations that are looked through for them. */
const READ = 5000;

/** The newest Z reports of this till, newest first. */
export const useZReports = (): readonly ZReport[] | undefined => {
  const { store } = useTillData();
  return useLive(
    async () => {
      const found: ZReport[] = [];
      for await (const closed of newestOperations(store.ledger, ['shift.closed'], READ)) {
        found.push(closed);
        if (found.length === SHOWN) break;
      }
      return found;
    },
    `z-reports:${useShift()?.shiftId ?? ''}`,
  );
};
