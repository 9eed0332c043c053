import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Customer } from '#shared/domain/customer/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import {
  CustomerRequest,
  FindCustomersReply,
  FindCustomersRequest,
  FOUND_CUSTOMERS,
} from '#shared/protocol/find-customers.ts';
import { findCustomers } from '../projections/find-customers.ts';
import { readDocuments } from '../projections/read-documents.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** Questions a minute from one address: a counter asks for one customer after another, nobody for all of them. */
const RATE = { max: 60, timeWindow: '1 minute' };

/** Of a customer whom a till's own store does not know it asks here. */
export const findCustomersRoutes =
  ({ db }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/till/find-customers',
      {
        config: { audience: 'till', rateLimit: RATE },
        schema: {
          tags: ['till'],
          body: FindCustomersRequest,
          response: { 200: FindCustomersReply, ...errorReplies(400, 401, 403, 429, 503) },
        },
      },
      async (request) => ({
        customers: await findCustomers(db, request.body.text, FOUND_CUSTOMERS),
      }),
    );

    app.post(
      '/api/v1/till/customer',
      {
        config: { audience: 'till', rateLimit: RATE },
        schema: {
          tags: ['till'],
          body: CustomerRequest,
          response: { 200: Customer, ...errorReplies(400, 401, 403, 404, 429, 503) },
        },
      },
      async (request, reply) => {
        const id = referenceId('customer', request.body.customerId);
        const held = (await readDocuments(db, 'references', [id])).get(id);
        return held?.type === 'customer' ? held.value : refuse(reply, 'not_found', '/customerId');
      },
    );
  };
