import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type NewStaff,
  type StaffChange,
  StaffReply,
  StaffRow,
} from '#shared/protocol/administration.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const STAFF = ['staff'];

export const useStaff = () =>
  useQuery({
    queryKey: STAFF,
    queryFn: async ({ signal }) => valueOf(await read('staff', {}, StaffReply, signal)),
  });

/** Adds a person, or changes the one of that id. */
export const useSaveStaff = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: NewStaff | { readonly id: string; readonly change: StaffChange }) =>
      valueOf(
        'change' in wanted
          ? await act(`staff/${wanted.id}`, wanted.change, StaffRow, 'PUT')
          : await act('staff', wanted, StaffRow),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: STAFF }),
  });
};
