import { useQuery } from '@tanstack/react-query';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** The latest changes that people made here, newest first. */
export const useChanges = () =>
  useQuery({
    queryKey: ['changes'],
    queryFn: async ({ signal }) => valueOf(await read('changes', {}, ChangesReply, signal)),
  });
