import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import { Customer } from '#shared/domain/customer/schema.ts';
import {
  type CustomerChange,
  CustomerGroupsReply,
  CustomersReply,
  GroupUses,
} from '#shared/protocol/customers.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const GROUPS = ['customer-groups'];
const CUSTOMERS = ['customers'];

/** Every group of customers. */
export const useCustomerGroups = () =>
  useQuery({
    queryKey: GROUPS,
    queryFn: async ({ signal }) =>
      valueOf(await read('customer-groups', {}, CustomerGroupsReply, signal)),
  });

export const useSaveGroup = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (group: CustomerGroup) =>
      valueOf(await act('customer-groups', group, CustomerGroupsReply, 'PUT')),
    onSuccess: (reply) => client.setQueryData(GROUPS, reply),
  });
};

/** Who needs a group still; asked when somebody wants to delete it. */
export const useGroupUses = (id: string) =>
  useQuery({
    gcTime: 0,
    queryKey: [...GROUPS, id, 'uses'],
    queryFn: async ({ signal }) =>
      valueOf(await read(`customer-groups/${encodeURIComponent(id)}/uses`, {}, GroupUses, signal)),
  });

export const useDeleteGroup = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      valueOf(
        await act(`customer-groups/${encodeURIComponent(id)}/delete`, {}, CustomerGroupsReply),
      ),
    onSuccess: (reply) => client.setQueryData(GROUPS, reply),
  });
};

/** The customers whom a text means; asked when somebody looks for them only. */
export const useCustomers = (text: string | null) =>
  useQuery({
    gcTime: 0,
    queryKey: [...CUSTOMERS, text],
    enabled: text !== null,
    queryFn: async ({ signal }) =>
      valueOf(await read('customers', { text: text ?? '' }, CustomersReply, signal)),
  });

type ChangeOfCustomer = { readonly id: string; readonly change: CustomerChange };

export const useChangeCustomer = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, change }: ChangeOfCustomer) =>
      valueOf(await act(`customers/${encodeURIComponent(id)}`, change, Customer, 'PUT')),
    onSuccess: () => client.invalidateQueries({ queryKey: CUSTOMERS }),
  });
};

export const useEraseCustomer = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      valueOf(await act(`customers/${encodeURIComponent(id)}/erase`, {}, Customer)),
    onSuccess: () => client.invalidateQueries({ queryKey: CUSTOMERS }),
  });
};
