import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReceiptLayout } from '#shared/domain/settings/receipt-layout.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { type NewStore, SettingsReply, type StoreDraft } from '#shared/protocol/administration.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

/** Settings of the chain's stores, for administrators. */
export const useSettings = (isWanted: boolean) =>
  useQuery({
    queryKey: ['settings'],
    queryFn: async ({ signal }) => valueOf(await read('settings', {}, SettingsReply, signal)),
    enabled: isWanted,
  });

/** Opens a store, or changes the one of that id. */
export const useSaveStore = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (
      wanted: NewStore | { readonly storeId: string; readonly draft: StoreDraft },
    ) =>
      valueOf(
        'draft' in wanted
          ? await act(`settings/${wanted.storeId}`, wanted.draft, StoreSettings, 'PUT')
          : await act('settings', wanted, StoreSettings),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
};

/** What stands on a store's receipts from now on. */
export const useSaveReceiptLayout = (storeId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (layout: ReceiptLayout) =>
      valueOf(await act(`settings/${storeId}/receipt`, layout, StoreSettings, 'PUT')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['settings'] }),
  });
};
