import { sql } from 'kysely';
import type { Order } from '#shared/domain/order/schema.ts';
import { isMeant } from '#shared/domain/return/find.ts';
import { FOUND_ORDERS } from '#shared/protocol/find-order.ts';
import type { Tables } from '../tables.ts';
import { findCustomers } from './find-customers.ts';
import { patternOf, phonePattern } from './text-pattern.ts';

/** Orders looked at before whoever asks has to say more. */
const LOOKED_AT = 200;

/** Customers who may be meant; a name that more people have says too little. */
const CUSTOMERS = 20;

/** How an order names a customer of the counter; within a JSON text these signs stand only there. */
const soldTo = (customerId: string): string => `%"customerId":"${customerId}"%`;

/** Orders of the chain of which something was sold and that are meant by a text or its customers, the latest first. */
export const findOrder = async (db: Tables, asked: string): Promise<Order[]> => {
  const text = asked.trim();
  const phone = phonePattern(text);
  const customers = (await findCustomers(db, text, CUSTOMERS)).map(({ id }) => id);
  const { rows } = await sql<{ body: string }>`
    select documents.body
    from documents
    join lateral (
      select max(line.at) as at from sale_lines line
      where line.order_id = documents.id and line.quantity > 0
    ) sold on sold.at is not null
    where documents.collection = 'orders'
      and (documents.id = ${text}
        or documents.body ilike ${patternOf(text)}
        or documents.body like any(${customers.map(soldTo)}::text[])
        or (${phone !== null} and documents.body ~ ${phone ?? ''}))
    order by sold.at desc, documents.id
    limit ${LOOKED_AT}`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Order)
    .filter((order) => !order.provisional && isMeant(order, text, new Set(customers)))
    .slice(0, FOUND_ORDERS);
};
