import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ShiftDetail, type ShiftsQuery, ShiftsReply } from '#shared/protocol/shifts.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** One page of shifts, the latest opened first. */
export const useShifts = (query: ShiftsQuery) =>
  useQuery({
    queryKey: ['shifts', query],
    queryFn: async ({ signal }) => valueOf(await read('shifts', query, ShiftsReply, signal)),
    placeholderData: keepPreviousData,
  });

export const useShift = (shiftId: string) =>
  useQuery({
    queryKey: ['shift', shiftId],
    queryFn: async ({ signal }) =>
      valueOf(await read(`shifts/${encodeURIComponent(shiftId)}`, {}, ShiftDetail, signal)),
  });
