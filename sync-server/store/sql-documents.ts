import { sql } from 'kysely';
import type { Collection } from '#shared/protocol/pull.ts';
import { StoreConflict } from './sql-errors.ts';
import { column, type Run } from './sql-run.ts';
import type { DocumentRow, Documents, StoreTransaction } from './store.ts';

/** What was read of a stored document; version 0 = it is not there. */
type Known = { readonly version: number; readonly streams: readonly string[] };
const ABSENT: Known = { version: 0, streams: [] };

type Mark = { readonly stream: string; readonly id: string; readonly deleted: boolean };

type Written = { readonly id: string; readonly body: string; readonly streams: string } & {
  readonly version: number;
};

export type SqlDocuments = Pick<StoreTransaction, 'document' | 'documents' | 'putDocuments'> & {
  readonly changedStreams: () => readonly string[];
  /** What was read, to go back to when a savepoint is. */
  readonly known: () => ReadonlyMap<string, Known>;
  readonly forgetSince: (known: ReadonlyMap<string, Known>) => void;
};

const keyOf = (collection: Collection, id: string): string => `${collection}:${id}`;

/** Writes documents of the version that was read, and marks the streams; how many were still of that version. */
const write = async (
  run: Run,
  collection: Collection,
  rows: readonly Written[],
  marks: readonly Mark[],
): Promise<number> => {
  const { rows: results } = await run(sql<{ written: number }>`
    with put as (
      insert into documents (collection, id, body, streams, version)
      select ${collection}, id, body, string_to_array(streams, ' '), version
      from unnest(
        ${column(rows, 'id')}::text[], ${column(rows, 'body')}::text[],
        ${column(rows, 'streams')}::text[], ${column(rows, 'version')}::int8[]
      ) as row (id, body, streams, version)
      on conflict (collection, id) do update
        set body = excluded.body, streams = excluded.streams, version = excluded.version
        where documents.version = excluded.version - 1
      returning 1
    ), marked as (
      insert into changes (stream, id, collection, deleted, seq)
      select stream, id, ${collection}, deleted, 0
      from unnest(
        ${column(marks, 'stream')}::text[], ${column(marks, 'id')}::text[],
        ${column(marks, 'deleted')}::boolean[]
      ) as mark (stream, id, deleted)
      order by stream, id
      on conflict (stream, id) do update set seq = excluded.seq, deleted = excluded.deleted
    )
    select count(*)::int4 as written from put`);
  return results[0]?.written ?? 0;
};

/** Documents and their streams, one statement for any number of them. */
export const createSqlDocuments = (run: Run): SqlDocuments => {
  const changed = new Set<string>();
  let known = new Map<string, Known>();

  const knownOf = (collection: Collection, id: string): Known =>
    known.get(keyOf(collection, id)) ?? ABSENT;

  const documents = async <Name extends Collection>(
    collection: Name,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Documents[Name]>> => {
    const { rows } = await run(sql<{ id: string; body: string } & Known>`
      select id, body, version, streams from documents
      where collection = ${collection} and id = any(${ids}::text[])`);
    for (const id of ids) known.set(keyOf(collection, id), ABSENT);
    for (const { id, version, streams } of rows)
      known.set(keyOf(collection, id), { version, streams });
    return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Documents[Name]]));
  };

  const marksOf = <Name extends Collection>(
    collection: Name,
    { id, streams }: DocumentRow<Name>,
  ): Mark[] => [
    ...streams.map((stream) => ({ stream, id, deleted: false })),
    ...knownOf(collection, id)
      .streams.filter((stream) => !streams.includes(stream))
      .map((stream) => ({ stream, id, deleted: true })),
  ];

  return {
    document: async (collection, id) => (await documents(collection, [id])).get(id) ?? null,
    documents,
    putDocuments: async (collection, rows) => {
      const unread = rows.map(({ id }) => id).filter((id) => !known.has(keyOf(collection, id)));
      if (unread.length > 0) await documents(collection, unread);
      const marks = rows.flatMap((row) => marksOf(collection, row));
      const written = rows.map(({ id, document, streams }) => ({
        id,
        body: JSON.stringify(document),
        streams: streams.join(' '),
        version: knownOf(collection, id).version + 1,
      }));
      if ((await write(run, collection, written, marks)) !== rows.length)
        throw new StoreConflict('a document changed since it was read');
      rows.forEach(({ id, streams }) => {
        const { version } = knownOf(collection, id);
        known.set(keyOf(collection, id), { version: version + 1, streams });
      });
      for (const { stream } of marks) changed.add(stream);
    },
    changedStreams: () => [...changed],
    known: () => new Map(known),
    forgetSince: (earlier) => {
      known = new Map(earlier);
    },
  };
};
