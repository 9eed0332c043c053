import { useQuery } from '@tanstack/react-query';
import { PointsReply } from '#shared/protocol/points.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** The accounts of the customers whom a text means; asked when somebody looks for them only. */
export const usePoints = (text: string | null) =>
  useQuery({
    // What was asked before is asked again: points are spent meanwhile.
    gcTime: 0,
    queryKey: ['points', text],
    enabled: text !== null,
    queryFn: async ({ signal }) =>
      valueOf(await read('points', { text: text ?? '' }, PointsReply, signal)),
  });
