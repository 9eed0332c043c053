import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CustomerGroup } from '#shared/domain/customer/group.ts';
import { Customer } from '#shared/domain/customer/schema.ts';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import {
  CustomerChange,
  CustomerGroupsReply,
  CustomersQuery,
  CustomersReply,
  GroupUses,
  SHOWN_CUSTOMERS,
} from '#shared/protocol/customers.ts';
import { changeCustomer } from '../chain/change-customer.ts';
import { noteChange } from '../chain/change-log.ts';
import { eraseCustomer, ordersNaming } from '../chain/erase-customer.ts';
import { deleteCustomerGroup, saveCustomerGroup } from '../chain/save-customer-group.ts';
import { findCustomers, reachTaken } from '../projections/find-customers.ts';
import { groupUses, isUsed } from '../projections/group-uses.ts';
import { customerGroupsOf } from '../projections/references.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

const config = { audience: 'administrator' } as const;
const params = Exact({ id: IdSchema });

/** Customers and their groups: looked for and changed by head office. The record of changes names them by id alone. */
export const customerRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    const groups = async (): Promise<CustomerGroupsReply> => ({
      groups: await customerGroupsOf(db),
    });

    app.get(
      '/api/v1/dashboard/customer-groups',
      {
        config,
        schema: {
          tags: ['dashboard'],
          response: { 200: CustomerGroupsReply, ...errorReplies(401, 403) },
        },
      },
      groups,
    );

    app.put(
      '/api/v1/dashboard/customer-groups',
      {
        config,
        schema: {
          tags: ['dashboard'],
          body: CustomerGroup,
          response: { 200: CustomerGroupsReply, ...errorReplies(400, 401, 403) },
        },
      },
      async (request) => {
        const group = { ...request.body, name: request.body.name.trim() };
        const change = { kind: 'customer_group_saved', subject: group.name } as const;
        await noteChange(db, userOf(request), change, now());
        await saveCustomerGroup(store, group);
        return groups();
      },
    );

    app.get(
      '/api/v1/dashboard/customer-groups/:id/uses',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params,
          response: { 200: GroupUses, ...errorReplies(400, 401, 403) },
        },
      },
      (request) => groupUses(db, request.params.id, now()),
    );

    app.post(
      '/api/v1/dashboard/customer-groups/:id/delete',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params,
          response: { 200: CustomerGroupsReply, ...errorReplies(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const group = (await customerGroupsOf(db)).find((one) => one.id === id);
        if (!group) return refuse(reply, 'not_found', '/id');
        if (isUsed(await groupUses(db, id, now()))) return refuse(reply, 'action_not_offered');
        const change = { kind: 'customer_group_deleted', subject: group.name } as const;
        await noteChange(db, userOf(request), change, now());
        await deleteCustomerGroup(store, group);
        return groups();
      },
    );

    app.get(
      '/api/v1/dashboard/customers',
      {
        config,
        schema: {
          tags: ['dashboard'],
          querystring: CustomersQuery,
          response: { 200: CustomersReply, ...errorReplies(400, 401, 403) },
        },
      },
      async (request) => ({
        customers: await findCustomers(db, request.query.text, SHOWN_CUSTOMERS),
      }),
    );

    app.put(
      '/api/v1/dashboard/customers/:id',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params,
          body: CustomerChange,
          response: { 200: Customer, ...errorReplies(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const known = new Set((await customerGroupsOf(db)).map((group) => group.id));
        const unknown = request.body.groupIds?.findIndex((one) => !known.has(one)) ?? -1;
        if (unknown >= 0) return refuse(reply, 'not_found', `/groupIds/${unknown}`);
        const taken = await reachTaken(db, id, request.body);
        if (taken !== null) return refuse(reply, 'taken', `/${taken}`);
        const change = { kind: 'customer_changed', subject: id } as const;
        await noteChange(db, userOf(request), change, now());
        const changed = await changeCustomer(store, id, request.body, now());
        return changed.ok ? changed.value : refuse(reply, 'not_found', '/id');
      },
    );

    app.post(
      '/api/v1/dashboard/customers/:id/erase',
      {
        config,
        schema: {
          tags: ['dashboard'],
          params,
          response: { 200: Customer, ...errorReplies(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await noteChange(db, userOf(request), { kind: 'customer_erased', subject: id }, now());
        const gone = await eraseCustomer(
          store,
          id,
          (customer) => ordersNaming(db, customer),
          now(),
        );
        return gone.ok ? gone.value : refuse(reply, 'not_found', '/id');
      },
    );
  };
