import { sql } from 'kysely';
import type { Order } from '#shared/domain/order/schema.ts';
import { isMeant } from '#shared/domain/return/find.ts';
import { FOUND_ORDERS } from '#shared/protocol/find-order.ts';
import type { Tables } from '../tables.ts';

/** Orders looked at before whoever asks has to say more. */
const LOOKED_AT = 200;

/** How the text would stand inside a JSON text, as a pattern of LIKE. */
const patternOf = (text: string): string => {
  const inJson = JSON.stringify(text).slice(1, -1);
  return `%${inJson.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
};

/** A phone number is written with all kinds of signs between its digits; null = this is none. */
const phonePattern = (text: string): string | null => {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < 4 || /\p{L}/u.test(text) ? null : digits.split('').join('[^0-9"]*');
};

/** Orders of the chain of which something was sold and that are meant by a text, the latest first. */
export const findOrder = async (db: Tables, asked: string): Promise<Order[]> => {
  const text = asked.trim();
  const phone = phonePattern(text);
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
        or (${phone !== null} and documents.body ~ ${phone ?? ''}))
    order by sold.at desc, documents.id
    limit ${LOOKED_AT}`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Order)
    .filter((order) => !order.provisional && isMeant(order, text))
    .slice(0, FOUND_ORDERS);
};
