import { sql } from 'kysely';
import { isCustomerMeant, SHORTEST_NAME } from '#shared/domain/customer/find.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import type { Tables } from '../tables.ts';
import { patternOf, phonePattern } from './text-pattern.ts';

/** Customers looked at before whoever asks has to say more. */
const LOOKED_AT = 200;

/** Customers of the chain that are meant by a text, by name. */
export const findCustomers = async (
  db: Tables,
  asked: string,
  limit: number,
): Promise<Customer[]> => {
  const text = asked.trim();
  const phone = phonePattern(text);
  const { rows } = await sql<{ body: string }>`
    select body from documents
    where collection = 'references' and id like ${`${referenceId('customer', '')}%`}
      and (body ilike ${patternOf(text)} or (${phone !== null} and body ~ ${phone ?? ''}))
    order by id
    limit ${LOOKED_AT}`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Reference)
    .flatMap((reference) => (reference.type === 'customer' ? [reference.value] : []))
    .filter((customer) => isCustomerMeant(customer, text))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .slice(0, limit);
};

/** The customer who has this loyalty card; null = nobody does. */
export const customerOfCard = async (db: Tables, loyaltyCard: string): Promise<Customer | null> => {
  if (loyaltyCard.trim().length < SHORTEST_NAME) return null;
  const found = await findCustomers(db, loyaltyCard, LOOKED_AT);
  return found.find((one) => one.loyaltyCard === loyaltyCard) ?? null;
};
