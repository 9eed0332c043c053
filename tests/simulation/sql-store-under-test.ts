import { rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { type Database, openDatabase } from '#server/store/database/open-database.ts';
import { migrate } from '#server/store/migrations/migrate.ts';
import { migrations } from '#server/migrations.ts';
import { openChangeGap } from '#server/store/open-change-gap.ts';
import type { StoreTables } from '#server/store/schema.ts';
import { createSqlStore } from '#server/store/sql-store.ts';
import { fromStoredText } from '#server/store/stored-text.ts';
import type {
  ForkRow,
  JournalRow,
  MoneyRow,
  MovementRow,
  OperationRow,
  PointsRow,
  SaleLineRow,
} from '#server/store/store.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { documentsIn, type Facts, type StoreUnderTest } from './facts.ts';

/** A PGlite that histories use one after the other, each from empty tables. */
export type SqlStores = {
  readonly empty: (epoch: string) => Promise<StoreUnderTest>;
  readonly close: () => Promise<void>;
};

const TABLES = [
  'epochs',
  'journals',
  'operations',
  'forks',
  'documents',
  'changes',
  'change_gaps',
  'movements',
  'reservations',
  'sale_lines',
  'money',
  'points',
] as const;

const allTables = sql.join(TABLES.map((table) => sql.table(table)));

const rowsOf = async <Row>(kysely: Kysely<StoreTables>, query: ReturnType<typeof sql<Row>>) =>
  (await query.execute(kysely)).rows;

const decoded = <Row extends { readonly text: string }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, text: fromStoredText(row.text) }));

const readFacts = async (kysely: Kysely<StoreTables>): Promise<Facts> => {
  const read = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(kysely, query);
  const documents = await read(sql<{ collection: string; body: string; streams: string[] }>`
    select collection, body, streams from documents`);
  const [epoch] = await read(sql<{ epoch: string }>`
    select epoch from epochs order by position desc limit 1`);
  return {
    epoch: epoch?.epoch ?? '',
    journals: await read(sql<JournalRow>`
      select id as "journalId", till_id as "tillId", store_id as "storeId",
        link_hash as "linkHash", head_seq as "headSeq", head_hash as "headHash" from journals`),
    operations: decoded(
      await read(sql<OperationRow>`
        select journal_id as "journalId", seq, hash, text, received_at as "receivedAt", status,
          reason from operations`),
    ),
    forks: decoded(
      await read(sql<ForkRow>`
        select journal_id as "journalId", seq, hash, text, received_at as "receivedAt" from forks`),
    ),
    movements: await read(sql<MovementRow>`
      select operation_id as "operationId", line_id as "lineId", store_id as "storeId", sku, kind,
        quantity, at from movements`),
    reservations: await read(sql<Reservation>`
      select order_id as "orderId", line_id as "lineId", store_id as "storeId", sku, quantity
      from reservations`),
    saleLines: await read(sql<SaleLineRow>`
      select operation_id as "operationId", line_id as "lineId", order_id as "orderId",
        store_id as "storeId", till_id as "tillId", channel, at, sku, quantity, total, tax
      from sale_lines`),
    money: await read(sql<MoneyRow>`
      select operation_id as "operationId", line_id as "lineId", order_id as "orderId",
        store_id as "storeId", at, tender, amount from money`),
    points: await read(sql<PointsRow>`
      select operation_id as "operationId", order_id as "orderId", customer_id as "customerId",
        store_id as "storeId", at, earned, taken_back as "takenBack", spent, restored, value
      from points`),
    documents: documentsIn(
      documents.map(({ collection, body, streams }) => ({
        collection,
        document: JSON.parse(body) as unknown,
        streams,
      })),
    ),
  };
};

/** Copies every table into a schema of its own; what it returns puts them back, as a server that starts finds them. */
const backUp = async (kysely: Kysely<StoreTables>, name: string): Promise<() => Promise<void>> => {
  await sql`create schema ${sql.id(name)}`.execute(kysely);
  for (const table of TABLES)
    await sql`create table ${sql.id(name, table)} as table ${sql.id('public', table)}`.execute(
      kysely,
    );
  const [sequence] = await rowsOf(
    kysely,
    sql<{ last: number }>`
    select last_value as last from change_seq`,
  );
  return async () => {
    await kysely.transaction().execute(async (trx) => {
      // Changes keep their numbers.
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`truncate ${allTables}`.execute(trx);
      for (const table of TABLES)
        await sql`insert into ${sql.id('public', table)} select * from ${sql.id(name, table)}`.execute(
          trx,
        );
      await sql`select setval('change_seq', ${sequence?.last ?? 1}::int8)`.execute(trx);
    });
    await openChangeGap(kysely);
  };
};

const emptyTables = async ({ kysely }: Database<StoreTables>, epoch: string): Promise<void> => {
  await sql`truncate ${allTables}`.execute(kysely);
  await sql`insert into epochs (position, epoch) values (1, ${epoch})`.execute(kysely);
  await openChangeGap(kysely);
};

export const openSqlStores = async (): Promise<SqlStores> => {
  const dataFolder = await createDataFolder();
  const database = await openDatabase<StoreTables>({ dataFolder });
  const { kysely } = database;
  await migrate(kysely, migrations);
  const store = await createSqlStore(database);
  let backups = 0;
  return {
    empty: async (epoch) => {
      await emptyTables(database, epoch);
      return {
        ...store,
        facts: () => readFacts(kysely),
        backUp: () => backUp(kysely, `backup_${(backups += 1)}`),
      };
    },
    close: async () => {
      await store.close();
      await database.close();
      await rm(dataFolder, { recursive: true });
    },
  };
};
