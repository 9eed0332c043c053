import { sql } from 'kysely';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { ExceptionsReply } from '#shared/protocol/dashboard.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Tables } from '../tables.ts';

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

/** Exceptions of these stores, the latest changed first. */
export const listExceptions = async (
  db: Tables,
  { storeIds, state, before, limit }: ExceptionFilter,
): Promise<ExceptionsReply> => {
  const streams = storeIds.map((storeId) => streamName('exceptions', storeId));
  const { rows } = await sql<{ body: string; seq: number }>`
    select documents.body, changes.seq
    from changes
    join documents on documents.collection = 'exceptions' and documents.id = changes.id
    where changes.stream = any(${streams}::text[]) and not changes.deleted
      and (${before}::int8 is null or changes.seq < ${before}::int8)
      and documents.body like ${state === null ? '%' : STATE_PATTERN[state]}
    order by changes.seq desc
    limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    exceptions: page.map(({ body }) => JSON.parse(body) as Exception),
    next: last ? `${last.seq}` : null,
  };
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
