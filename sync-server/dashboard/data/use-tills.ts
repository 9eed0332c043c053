import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Type } from 'typebox';
import {
  EnrolmentCodeReply,
  type EnrolmentCodeRequest,
  TillsReply,
} from '#shared/protocol/dashboard.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const TILLS = ['tills'];

export const useTills = () =>
  useQuery({
    queryKey: TILLS,
    queryFn: async ({ signal }) => valueOf(await read('tills', {}, TillsReply, signal)),
  });

export const useEnrolmentCode = () =>
  useMutation({
    mutationFn: async (request: EnrolmentCodeRequest) =>
      valueOf(await act('enrolment-codes', request, EnrolmentCodeReply)),
  });

export const useRevokeTill = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (tillId: string) =>
      valueOf(await act(`tills/${tillId}/revoke`, {}, Type.Null())),
    onSuccess: () => client.invalidateQueries({ queryKey: TILLS }),
  });
};
