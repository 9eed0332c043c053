import { sql } from 'kysely';
import type { Documents } from '../store/store.ts';
import type { Tables } from '../tables.ts';

/** The documents there are of these ids, by id. They were checked when they were written. */
export const readDocuments = async <Name extends keyof Documents>(
  db: Tables,
  collection: Name,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Documents[Name]>> => {
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from documents
    where collection = ${collection} and id = any(${[...ids]}::text[])`.execute(db);
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Documents[Name]]));
};
