import { expect } from '@playwright/test';
import type { ShiftDetail, ShiftsReply } from '#shared/protocol/shifts.ts';
import type { Day } from './day.ts';

/** Of both tills, the first’s first. */
export const zReports = async (day: Day): Promise<ShiftDetail[]> => {
  const closed = async () => {
    const { shifts } = await day.office.get<ShiftsReply>('shifts?storeId=ALM1');
    return shifts
      .filter(({ state, openedAt }) => state === 'complete' && openedAt >= day.timeOf('09:00'))
      .toSorted((left, right) => left.tillId.localeCompare(right.tillId));
  };
  await expect.poll(async () => (await closed()).length, { timeout: 60_000 }).toBe(2);
  return Promise.all(
    (await closed()).map(({ shiftId }) => day.office.get<ShiftDetail>(`shifts/${shiftId}`)),
  );
};

/** Who, how much and of what; not when and under which id. */
export const sumsOf = ({ closing, adjustments, unexplained }: ShiftDetail) => ({
  counted: closing?.counted,
  expected: closing?.expected,
  difference: closing?.difference,
  note: closing?.note,
  report: closing && {
    ...closing.report,
    cashMoves: closing.report.cashMoves.map(({ staffId, move }) => ({
      ...move,
      staffId,
      moveId: null,
    })),
  },
  adjustments,
  unexplained,
});
