import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type QuarantineQuery, QuarantineReply } from '#shared/protocol/dashboard.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** One page of operations that the server could not apply, newest first. */
export const useQuarantine = (query: QuarantineQuery) =>
  useQuery({
    queryKey: ['quarantine', query],
    queryFn: async ({ signal }) =>
      valueOf(await read('quarantine', query, QuarantineReply, signal)),
    placeholderData: keepPreviousData,
  });
