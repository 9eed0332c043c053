import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ExceptionsQuery, ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** One page of exceptions, newest first. */
export const useExceptions = (query: ExceptionsQuery) =>
  useQuery({
    queryKey: ['exceptions', query],
    queryFn: async ({ signal }) =>
      valueOf(await read('exceptions', query, ExceptionsReply, signal)),
    placeholderData: keepPreviousData,
  });
