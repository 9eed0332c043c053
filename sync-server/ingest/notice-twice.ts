import { sql } from 'kysely';
import { contradictionsOfCustomers } from '#shared/domain/exception/customer-twice.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { reconcileFound } from './reconcile-found.ts';

/** No string of a document can hold a quote that is not escaped. */
const PHONE = '"phone":"([^"]*)"';
const CARD = String.raw`"loyaltyCard":"((?:[^"\\]|\\.)+)"`;

/** Customers whose phone number, without what people put between its digits, or card another has as well. */
const alikeCustomers = async (db: Tables): Promise<Customer[]> => {
  const { rows } = await sql<{ readonly body: string }>`
    with known as (
      select body,
        right(regexp_replace(coalesce(substring(body from ${PHONE}), ''), '[^0-9]', '', 'g'), 10)
          as phone,
        substring(body from ${CARD}) as card
      from documents
      where collection = 'references' and id like ${`${referenceId('customer', '')}%`}
    ), counted as (
      select body, phone, card,
        count(*) over (partition by phone) as phones, count(*) over (partition by card) as cards
      from known
    )
    select body from counted
    where (phone <> '' and phones > 1) or (card is not null and cards > 1)`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Reference)
    .flatMap((reference) => (reference.type === 'customer' ? [reference.value] : []));
};

/**
 * Two customers of one phone number or card are somebody's to put right, until they are not any more. To be called now and
 * then; called again it changes nothing.
 */
export const noticeCustomersTwice = async (
  parts: { readonly db: Tables; readonly store: Store },
  now: string,
): Promise<void> => {
  const found = contradictionsOfCustomers(await alikeCustomers(parts.db));
  await reconcileFound(parts, 'customer_twice', found, now);
};
