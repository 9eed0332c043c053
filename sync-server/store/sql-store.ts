import { type Kysely, type RawBuilder, sql } from 'kysely';
import { createAnnouncer } from './announce-changes.ts';
import type { Database } from './database/open-database.ts';
import { openChangeGap } from './open-change-gap.ts';
import type { StoreTables } from './schema.ts';
import { StoreConflict, storeError } from './sql-errors.ts';
import { createSqlTransaction, type SqlTransaction } from './sql-transaction.ts';
import type { OperationRow, Store, StoredPage } from './store.ts';

/** Times a transaction is run when others get in its way. */
const ATTEMPTS = 8;

type Outcome<Value> = { readonly value: Value; readonly streams: readonly string[] };

/** One try; what `work` throws comes out as it is, what the database throws around it as a store's error. */
const runOnce = async <Value>(
  kysely: Kysely<StoreTables>,
  work: (tx: SqlTransaction) => Promise<Value>,
): Promise<Outcome<Value>> => {
  let thrown: { readonly error: unknown } | null = null;
  try {
    return await kysely.transaction().execute(async (trx) => {
      const tx = createSqlTransaction(trx);
      try {
        return { value: await work(tx), streams: tx.changedStreams() };
      } catch (error) {
        thrown = { error };
        throw error;
      }
    });
  } catch (error) {
    throw thrown === null ? storeError(error) : error;
  }
};

const runUntilAlone = async <Value>(
  kysely: Kysely<StoreTables>,
  work: (tx: SqlTransaction) => Promise<Value>,
): Promise<Outcome<Value>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(kysely, work);
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === ATTEMPTS) throw error;
    }
  }
};

/** The page as the text that goes out: the documents are never parsed on their way. */
const pageQuery = (stream: string, after: number, limit: number) => sql<StoredPage>`
  with page as materialized (
    select id, collection, seq, deleted, row_number() over (order by seq) as place
    from changes
    where stream = ${stream} and seq > ${after}
      and not exists (select from change_gaps where after < ${after} and before > ${after})
    order by seq limit ${limit + 1}
  )
  select
    coalesce(
      '[' || string_agg(
        '{"id":' || to_json(page.id) || ',"document":' || coalesce(documents.body, 'null') || '}',
        ',' order by page.seq
      ) || ']',
      '[]'
    ) as changes,
    coalesce(
      max(page.seq),
      (select max(seq) from changes where stream = ${stream} and seq <= ${after}),
      0
    ) as checkpoint,
    not exists (select from page where place > ${limit}) as complete
  from page
  left join documents
    on documents.collection = page.collection and documents.id = page.id and not page.deleted
  where place <= ${limit}`;

/**
 * The server's store on PGlite or PostgreSQL: same SQL, same tables (`storeMigration` made them). Closing it leaves
 * the database open.
 */
export const createSqlStore = async (database: Database<StoreTables>): Promise<Store> => {
  const { kysely } = database;
  await openChangeGap(kysely);
  const announcer = await createAnnouncer(database);

  const read = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => {
    try {
      return (await query.execute(kysely)).rows;
    } catch (error) {
      throw storeError(error);
    }
  };

  return {
    transaction: async (work) => {
      const { value, streams } = await runUntilAlone(kysely, work);
      announcer.announce(streams);
      return value;
    },
    pull: async (stream, after, limit) => {
      const [page] = await read(pageQuery(stream, after, limit));
      return page ?? { changes: '[]', checkpoint: 0, complete: true };
    },
    appliedThrough: async (tillId) => {
      const rows = await read(sql<{ id: string; head: number }>`
        select id, head_seq as head from journals where till_id = ${tillId}`);
      return Object.fromEntries(rows.map(({ id, head }) => [id, head]));
    },
    quarantined: (reasons) =>
      read(sql<Pick<OperationRow, 'journalId' | 'seq'>>`
        select journal_id as "journalId", seq from operations
        where status = 'quarantined' and reason = any(${reasons}::text[])
        order by journal_id, seq`),
    epoch: async () => {
      const [row] = await read(sql<{ epoch: string }>`
        select epoch from epochs order by position desc limit 1`);
      return row?.epoch ?? '';
    },
    onChange: announcer.onChange,
    close: announcer.close,
  };
};
