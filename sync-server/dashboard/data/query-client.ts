import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ME } from './keys.ts';
import type { RequestFailure } from './request-failure.ts';

/** Ticks can be lost, so what is on screen is also read again now and then. Milliseconds. */
const POLL = 30_000;

const isSilence = ({ problem }: RequestFailure): boolean => problem.type === 'network';

/** What the server said stays on screen while it is read again, and while the server does not answer. */
export const createQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: ({ problem }) => {
        if (problem.type === 'refused' && problem.code === 'unauthenticated')
          client.setQueryData(ME, null);
      },
    }),
    defaultOptions: {
      queries: {
        // The server may run on this very machine, where a browser without a network still reaches it.
        networkMode: 'always',
        retry: (failures, failure) => failures < 2 && isSilence(failure),
        refetchInterval: POLL,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
};
