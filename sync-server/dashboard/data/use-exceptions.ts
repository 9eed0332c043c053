import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Exception } from '#shared/domain/exception/schema.ts';
import {
  ExceptionDetail,
  type ExceptionsQuery,
  ExceptionsReply,
  type ResolveRequest,
} from '#shared/protocol/exceptions.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const pathOf = (id: string): string => `exceptions/${encodeURIComponent(id)}`;

/** One page of exceptions, newest first. */
export const useExceptions = (query: ExceptionsQuery) =>
  useQuery({
    queryKey: ['exceptions', query],
    queryFn: async ({ signal }) =>
      valueOf(await read('exceptions', query, ExceptionsReply, signal)),
    placeholderData: keepPreviousData,
  });

/** An exception with its evidence and the ways to settle it. */
export const useException = (id: string) =>
  useQuery({
    queryKey: ['exception', id],
    queryFn: async ({ signal }) => valueOf(await read(pathOf(id), {}, ExceptionDetail, signal)),
  });

/** Settles it; whoever was first has, and sees so. */
export const useResolve = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: ResolveRequest) =>
      valueOf(await act(`${pathOf(id)}/resolve`, request, Exception)),
    onSettled: () => client.invalidateQueries(),
  });
};
