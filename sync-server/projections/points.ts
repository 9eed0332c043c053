import { sql } from 'kysely';
import { maskedPhone } from '#shared/domain/customer/masked-phone.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import {
  type BalanceReply,
  FOUND_ACCOUNTS,
  type PointsAccount,
  SHOWN_MOVEMENTS,
} from '#shared/protocol/points.ts';
import type { Tables } from '../tables.ts';
import { customerOfCard, findCustomers } from './find-customers.ts';

type Movement = PointsAccount['movements'][number];

const movementsOf = async (db: Tables, customerId: string): Promise<Movement[]> => {
  const { rows } = await sql<Movement>`
    select operation_id as "operationId", order_id as "orderId", store_id as "storeId", at, earned,
      taken_back as "takenBack", spent, restored
    from points
    where customer_id = ${customerId}
    order by at desc, operation_id desc
    limit ${SHOWN_MOVEMENTS}`.execute(db);
  return rows;
};

const accountOf = async (
  db: Tables,
  { id: customerId, name, phone, loyaltyCard, points }: Customer,
): Promise<PointsAccount> => ({
  customerId,
  name,
  phone: maskedPhone(phone),
  loyaltyCard,
  balance: points?.balance ?? 0,
  movements: await movementsOf(db, customerId),
});

/** The accounts of the customers whom a text means, by name. */
export const readAccounts = async (db: Tables, text: string): Promise<PointsAccount[]> => {
  const customers = await findCustomers(db, text, FOUND_ACCOUNTS);
  return Promise.all(customers.map((customer) => accountOf(db, customer)));
};

/** What is on the account of a loyalty card; null = nobody has it. */
export const readBalance = async (
  db: Tables,
  loyaltyCard: string,
): Promise<BalanceReply | null> => {
  const customer = await customerOfCard(db, loyaltyCard);
  return customer ? { loyaltyCard, balance: customer.points?.balance ?? 0 } : null;
};
