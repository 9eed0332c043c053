import { useQuery } from '@tanstack/react-query';
import { TrainingReply } from '#shared/protocol/training.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** Who did which exercise of training. */
export const useTraining = () =>
  useQuery({
    queryKey: ['training'],
    queryFn: async ({ signal }) => valueOf(await read('training', {}, TrainingReply, signal)),
  });
