import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import {
  PriceDifferencesReply,
  type PriceDifferencesQuery,
  PriceListsReply,
} from '#shared/protocol/price-lists.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const PRICE_LISTS = ['price-lists'];
const DIFFERENCES = ['price-differences'];

/** Every price list of the chain. */
export const usePriceLists = () =>
  useQuery({
    queryKey: PRICE_LISTS,
    queryFn: async ({ signal }) => valueOf(await read('price-lists', {}, PriceListsReply, signal)),
  });

/** A page of what price lists make different between channels. */
export const usePriceDifferences = (query: PriceDifferencesQuery) =>
  useQuery({
    queryKey: [...DIFFERENCES, query],
    queryFn: async ({ signal }) =>
      valueOf(await read('price-differences', query, PriceDifferencesReply, signal)),
    placeholderData: keepPreviousData,
  });

/** Lists became others, and with them what is different between channels. */
const useListsChanged = () => {
  const client = useQueryClient();
  return async (reply: PriceListsReply): Promise<void> => {
    client.setQueryData(PRICE_LISTS, reply);
    await client.invalidateQueries({ queryKey: DIFFERENCES });
  };
};

export const useSavePriceList = () => {
  const onSuccess = useListsChanged();
  return useMutation({
    mutationFn: async (list: PriceList) =>
      valueOf(await act('price-lists', list, PriceListsReply, 'PUT')),
    onSuccess,
  });
};

export const useEndPriceList = () => {
  const onSuccess = useListsChanged();
  return useMutation({
    mutationFn: async (id: string) =>
      valueOf(await act(`price-lists/${id}/end`, {}, PriceListsReply)),
    onSuccess,
  });
};
