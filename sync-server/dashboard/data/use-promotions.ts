import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { PreviewReply, type PreviewRequest, PromotionsReply } from '#shared/protocol/promotions.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const PROMOTIONS = ['promotions'];

/** Every promotion of the chain, and the categories there are. */
export const usePromotions = () =>
  useQuery({
    queryKey: PROMOTIONS,
    queryFn: async ({ signal }) => valueOf(await read('promotions', {}, PromotionsReply, signal)),
  });

export const useSavePromotion = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (promotion: Promotion) =>
      valueOf(await act('promotions', promotion, PromotionsReply, 'PUT')),
    onSuccess: (reply) => client.setQueryData(PROMOTIONS, reply),
  });
};

export const useEndPromotion = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      valueOf(await act(`promotions/${id}/end`, {}, PromotionsReply)),
    onSuccess: (reply) => client.setQueryData(PROMOTIONS, reply),
  });
};

/** Prices a basket with the engine that tills use. */
export const usePreview = () =>
  useMutation({
    mutationFn: async (request: PreviewRequest) =>
      valueOf(await act('promotions/preview', request, PreviewReply)),
  });
