import { sql } from 'kysely';
import { referenceId } from '#shared/protocol/documents.ts';
import type { GroupUses } from '#shared/protocol/customers.ts';
import type { Tables } from '../tables.ts';
import { priceListsOf, promotionsOf } from './references.ts';
import { inStringPattern } from './text-pattern.ts';

type Offered = { readonly groupIds: readonly string[] | null; readonly endsAt: string | null };

const customersIn = async (db: Tables, groupId: string): Promise<number> => {
  const isIn = `"groupIds":\\[[^\\]]*"${inStringPattern(groupId)}"`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from documents
    where collection = 'references' and id like ${`${referenceId('customer', '')}%`}
      and body ~ ${isIn}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** Who needs a group of customers still; `now`: what was over before has no need of it. */
export const groupUses = async (db: Tables, groupId: string, now: string): Promise<GroupUses> => {
  const needsIt = ({ groupIds, endsAt }: Offered): boolean =>
    (groupIds ?? []).includes(groupId) && (endsAt === null || endsAt > now);
  return {
    priceLists: (await priceListsOf(db)).filter(needsIt).map(({ name }) => name),
    promotions: (await promotionsOf(db)).filter(needsIt).map(({ name }) => name),
    customers: await customersIn(db, groupId),
  };
};

export const isUsed = ({ priceLists, promotions, customers }: GroupUses): boolean =>
  priceLists.length + promotions.length + customers > 0;
