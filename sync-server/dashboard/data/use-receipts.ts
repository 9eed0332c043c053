import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ReceiptDetail, type ReceiptsQuery, ReceiptsReply } from '#shared/protocol/dashboard.ts';
import { read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** One page of receipts, newest first. */
export const useReceipts = (query: ReceiptsQuery) =>
  useQuery({
    queryKey: ['receipts', query],
    queryFn: async ({ signal }) => valueOf(await read('receipts', query, ReceiptsReply, signal)),
    placeholderData: keepPreviousData,
  });

export const useReceipt = (orderId: string) =>
  useQuery({
    queryKey: ['receipt', orderId],
    queryFn: async ({ signal }) =>
      valueOf(await read(`receipts/${encodeURIComponent(orderId)}`, {}, ReceiptDetail, signal)),
  });
