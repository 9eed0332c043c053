import { useQuery } from '@tanstack/react-query';
import { StoresReply, type StoreSummary } from '#shared/protocol/dashboard.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** The stores that this person sees; undefined until they are known. */
export const useKnownStores = (): readonly StoreSummary[] | undefined => {
  const { data } = useQuery({
    queryKey: ['stores'],
    queryFn: async ({ signal }) => valueOf(await read('stores', {}, StoresReply, signal)),
  });
  return data?.stores;
};

/** As `useKnownStores`, none until they are known. */
export const useStores = (): readonly StoreSummary[] => useKnownStores() ?? [];
