import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { PriceListsReply } from '#shared/protocol/price-lists.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const PRICE_LISTS = ['price-lists'];

/** Every price list of the chain. */
export const usePriceLists = () =>
  useQuery({
    queryKey: PRICE_LISTS,
    queryFn: async ({ signal }) => valueOf(await read('price-lists', {}, PriceListsReply, signal)),
  });

export const useSavePriceList = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (list: PriceList) =>
      valueOf(await act('price-lists', list, PriceListsReply, 'PUT')),
    onSuccess: (reply) => client.setQueryData(PRICE_LISTS, reply),
  });
};

export const useEndPriceList = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      valueOf(await act(`price-lists/${id}/end`, {}, PriceListsReply)),
    onSuccess: (reply) => client.setQueryData(PRICE_LISTS, reply),
  });
};
