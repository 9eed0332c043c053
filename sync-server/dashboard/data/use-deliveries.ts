import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  DeliveriesReply,
  type DeliveriesQuery,
  type DeliveryDraft,
  DeliveryRow,
} from '#shared/protocol/deliveries.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const DELIVERIES = ['deliveries'];

/** A page of what suppliers bring. */
export const useDeliveries = (query: DeliveriesQuery) =>
  useQuery({
    queryKey: [...DELIVERIES, query],
    queryFn: async ({ signal }) =>
      valueOf(await read('deliveries', query, DeliveriesReply, signal)),
    placeholderData: keepPreviousData,
  });

export const useAnnounceDelivery = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (delivery: DeliveryDraft) =>
      valueOf(await act('deliveries', delivery, DeliveryRow, 'PUT')),
    onSuccess: () => client.invalidateQueries({ queryKey: DELIVERIES }),
  });
};
