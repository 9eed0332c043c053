import { useQuery } from '@tanstack/react-query';
import { SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** The latest sensitive acts at the tills of a store, or of all, newest first. */
export const useSensitiveActs = (storeId: string | undefined) =>
  useQuery({
    queryKey: ['sensitive-acts', storeId],
    queryFn: async ({ signal }) =>
      valueOf(
        await read(
          'sensitive-acts',
          storeId === undefined ? {} : { storeId },
          SensitiveActsReply,
          signal,
        ),
      ),
  });
