import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Type } from 'typebox';
import { AccountsReply, type Invitation, PasswordLinkReply } from '#shared/protocol/accounts.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const ACCOUNTS = ['accounts'];

/** Everybody who may sign in to the dashboard. */
export const useAccounts = () =>
  useQuery({
    queryKey: ACCOUNTS,
    queryFn: async ({ signal }) => valueOf(await read('accounts', {}, AccountsReply, signal)),
  });

const useAccountsChanged = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ACCOUNTS });
};

/** Makes an account and the link with which its person chooses a password. */
export const useInvite = () => {
  const onSuccess = useAccountsChanged();
  return useMutation({
    mutationFn: async (invitation: Invitation) =>
      valueOf(await act('accounts', invitation, PasswordLinkReply)),
    onSuccess,
  });
};

export const usePasswordLink = () =>
  useMutation({
    mutationFn: async (userId: string) =>
      valueOf(await act(`accounts/${userId}/password-link`, {}, PasswordLinkReply)),
  });

export const useRemoveAccount = () => {
  const onSuccess = useAccountsChanged();
  return useMutation({
    mutationFn: async (userId: string) =>
      valueOf(await act(`accounts/${userId}/remove`, {}, Type.Null())),
    onSuccess,
  });
};
