import { useQuery } from '@tanstack/react-query';
import { CreditHistory } from '#shared/protocol/stored-value.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** What is left under a code, and what moved it; null = nobody issued it. Asked when it is looked for only. */
export const useStoredValue = (code: string | null) =>
  useQuery({
    // What was asked before is asked again: it is spent meanwhile.
    gcTime: 0,
    queryKey: ['stored-value', code],
    enabled: code !== null,
    queryFn: async ({ signal }) => {
      const told = await read('store-credit', { code: code ?? '' }, CreditHistory, signal);
      const { problem } = told.ok ? { problem: null } : told;
      const isUnknown =
        problem?.type === 'refused' &&
        (problem.code === 'not_found' || problem.code === 'malformed');
      return valueOf(isUnknown ? ok(null) : told.ok ? ok(told.value) : fail(told.problem));
    },
  });
