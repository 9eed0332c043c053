import { type RawBuilder, sql } from 'kysely';
import { isCustomerMeant, isSamePhone, nationalDigits } from '#shared/domain/customer/find.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import type { Tables } from '../tables.ts';
import { inStringPattern, phonePattern } from './text-pattern.ts';

/** Customers looked at before whoever asks has to say more. */
const LOOKED_AT = 200;

const NEVER = sql`false`;

/** By id; the store's documents are trusted, and no string of theirs can hold a quote that is not escaped. */
const customersWhere = async (db: Tables, where: RawBuilder<unknown>): Promise<Customer[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from documents
    where collection = 'references' and id like ${`${referenceId('customer', '')}%`} and (${where})
    order by id
    limit ${LOOKED_AT}`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Reference)
    .flatMap((reference) => (reference.type === 'customer' ? [reference.value] : []));
};

const isNamed = (text: string) =>
  sql`body ~* ${`"name":"([^"\\\\]|\\\\.)*${inStringPattern(text)}`}`;

const hasPhoneEnding = (text: string) => {
  const phone = phonePattern(text);
  return phone === null ? NEVER : sql`body ~ ${`"phone":"[^"]*${phone}[^0-9"]*"`}`;
};

const hasCard = (loyaltyCard: string) =>
  sql`strpos(body, ${`"loyaltyCard":${JSON.stringify(loyaltyCard)}`}) > 0`;

/** Customers of the chain that are meant by a text, by name. */
export const findCustomers = async (
  db: Tables,
  asked: string,
  limit: number,
): Promise<Customer[]> => {
  const text = asked.trim();
  const card = sql`body ~* ${`"loyaltyCard":"${inStringPattern(text)}"`}`;
  const where = sql`${isNamed(text)} or ${card} or ${hasPhoneEnding(text)}`;
  return (await customersWhere(db, where))
    .filter((customer) => isCustomerMeant(customer, text))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .slice(0, limit);
};

/** The customer who has this loyalty card; null = nobody does. */
export const customerOfCard = async (db: Tables, loyaltyCard: string): Promise<Customer | null> => {
  const found = await customersWhere(db, hasCard(loyaltyCard));
  return found.find((one) => one.loyaltyCard === loyaltyCard) ?? null;
};

type Reach = { readonly phone: string | null; readonly loyaltyCard: string | null };

/** By what of this another customer than `id` is found already; null = by nothing. */
export const reachTaken = async (
  db: Tables,
  id: string,
  { phone, loyaltyCard }: Reach,
): Promise<keyof Reach | null> => {
  const card = loyaltyCard?.trim() ?? '';
  const where = sql`${hasPhoneEnding(nationalDigits(phone ?? ''))} or ${card === '' ? NEVER : hasCard(card)}`;
  const others = (await customersWhere(db, where)).filter((one) => one.id !== id);
  if (others.some((one) => isSamePhone(one.phone, phone ?? ''))) return 'phone';
  return card !== '' && others.some((one) => one.loyaltyCard === card) ? 'loyaltyCard' : null;
};
