import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PoliciesReply, type PolicyRequest } from '#shared/protocol/policy.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const POLICIES = ['policies'];

/** What head office set of what tills may do. */
export const usePolicies = () =>
  useQuery({
    queryKey: POLICIES,
    queryFn: async ({ signal }) => valueOf(await read('policies', {}, PoliciesReply, signal)),
  });

export const useSavePolicy = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: PolicyRequest) =>
      valueOf(await act('policies', request, PoliciesReply, 'PUT')),
    onSuccess: (policies) => client.setQueryData(POLICIES, policies),
  });
};
