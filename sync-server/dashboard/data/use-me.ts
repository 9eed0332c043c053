import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Type } from 'typebox';
import type { PasswordRequest } from '#shared/protocol/accounts.ts';
import { Me, type SetupRequest, type SignInRequest } from '#shared/protocol/dashboard.ts';
import { ME } from './keys.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** Who is signed in; null = nobody. */
export const useMe = () =>
  useQuery({
    queryKey: ME,
    queryFn: async ({ signal }): Promise<Me | null> => {
      const reply = await read('me', {}, Me, signal);
      const { problem } = reply.ok ? { problem: null } : reply;
      return problem?.type === 'refused' && problem.code === 'unauthenticated'
        ? null
        : valueOf(reply);
    },
  });

const useEnter = <Request extends object>(path: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: Request) => valueOf(await act(path, request, Me)),
    onSuccess: (me) => {
      // What somebody else read here before is not theirs to see.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
      client.setQueryData(ME, me);
    },
  });
};

export const useSignIn = () => useEnter<SignInRequest>('sign-in');

/** Makes the first administrator's account and signs in with it. */
export const useSetup = () => useEnter<SetupRequest>('setup');

/** Chooses a password by the link that an administrator made, and signs in with it. */
export const useChoosePassword = () => useEnter<PasswordRequest>('password');

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => valueOf(await act('sign-out', {}, Type.Null())),
    onSuccess: () => client.setQueryData(ME, null),
  });
};
