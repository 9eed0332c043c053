import { sql } from 'kysely';
import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { isOfStore } from '#shared/domain/staff/is-of-store.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { ExceptionRow, ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Tables } from '../tables.ts';
import { staffOf } from './references.ts';

/**
 * Within a JSON text these characters stand only where a state is told: inside a string its quotes would be escaped.
 * The first is what an index is made of.
 */
const STATE_PATTERN = { open: '%"state":"open"%', closed: '%"state":"closed"%' } as const;

export type ExceptionFilter = {
  readonly storeIds: readonly string[];
  readonly state: Exception['state'] | null;
  /** Changes before this one; null = the newest. */
  readonly before: number | null;
  readonly limit: number;
};

const managersOf = (staff: readonly StaffMember[], storeId: string): string[] =>
  staff.filter((one) => one.role === 'manager' && isOfStore(one, storeId)).map(({ name }) => name);

/** Those who look after the whole chain. */
const headOffice = async (db: Tables): Promise<string[]> => {
  const rows = await db
    .selectFrom('dashboard_users')
    .select('name')
    .where('role', '=', 'head_office')
    .where('store_ids', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
};

/** Exceptions with what there is to do and who answers for it, by name. */
export const exceptionRows = async (
  db: Tables,
  exceptions: readonly Exception[],
): Promise<ExceptionRow[]> => {
  const [staff, office] = await Promise.all([staffOf(db), headOffice(db)]);
  return exceptions.map((exception) => ({
    ...exception,
    task: CONSEQUENCES[exception.kind].task,
    people: exception.owner === 'head_office' ? office : managersOf(staff, exception.storeId),
  }));
};

/** Exceptions of these stores, the latest changed first. */
export const listExceptions = async (
  db: Tables,
  { storeIds, state, before, limit }: ExceptionFilter,
): Promise<ExceptionsReply> => {
  const streams = storeIds.map((storeId) => streamName('exceptions', storeId));
  // One that several stores see has a change in the stream of each.
  const { rows } = await sql<{ body: string; seq: number }>`
    select documents.body, latest.seq
    from (
      select id, max(seq) as seq from changes
      where stream = any(${streams}::text[]) and not deleted
      group by id
    ) as latest
    join documents on documents.collection = 'exceptions' and documents.id = latest.id
    where (${before}::int8 is null or latest.seq < ${before}::int8)
      and documents.body like ${state === null ? '%' : STATE_PATTERN[state]}
    order by latest.seq desc
    limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const exceptions = page.map(({ body }) => JSON.parse(body) as Exception);
  return { exceptions: await exceptionRows(db, exceptions), next: last ? `${last.seq}` : null };
};

/** How many wait for a decision; `storeIds: null` = in the whole chain. */
export const countOpenExceptions = async (
  db: Tables,
  storeIds: readonly string[] | null,
): Promise<number> => {
  const streams = (storeIds ?? []).map((storeId) => streamName('exceptions', storeId));
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from documents
    where collection = 'exceptions' and body like ${sql.lit(STATE_PATTERN.open)}
      and (${storeIds === null} or streams && ${streams}::text[])`.execute(db);
  return rows[0]?.open ?? 0;
};
