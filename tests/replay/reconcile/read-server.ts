import { type Kysely, sql } from 'kysely';
import { openDatabase } from '#server/store/database/open-database.ts';
import type { ServerTables } from '#server/tables.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { countBy } from '../rules/count-by.ts';
import { cellOf, type Figures, type Sums } from './figures.ts';

/** All that the server holds about a replay. */
export type ServerView = {
  readonly figures: Figures;
  /** By SKU: the sum of the stock ledger's lines, which the levels must equal. */
  readonly movedBySku: Sums;
  /** By journal: the hashes of its operations, in sequence. */
  readonly hashesByJournal: ReadonlyMap<string, readonly string[]>;
  readonly quarantined: number;
  /** Open exceptions by kind. */
  readonly exceptions: Sums;
};

type Db = Kysely<ServerTables>;

const readCells = async (db: Db) => {
  const { rows } = await sql<{ day: string; sku: string; quantity: number; total: number }>`
    select left(at, 10) as day, sku, sum(quantity)::int8 as quantity, sum(total)::int8 as total
    from sale_lines group by 1, 2`.execute(db);
  return {
    unitsByCell: new Map(rows.map(({ day, sku, quantity }) => [cellOf(day, sku), quantity])),
    moneyByCell: new Map(rows.map(({ day, sku, total }) => [cellOf(day, sku), total])),
  };
};

const readSums = async (
  db: Db,
  query: ReturnType<typeof sql<{ key: string; sum: number }>>,
): Promise<Sums> => {
  const { rows } = await query.execute(db);
  return new Map(rows.map(({ key, sum }) => [key, sum]));
};

const readDocuments = async <Document>(db: Db, collection: string): Promise<Document[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from documents where collection = ${collection}`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as Document);
};

const readHashes = async (db: Db): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom('operations')
    .select(['journal_id', 'hash'])
    .orderBy('journal_id')
    .orderBy('seq')
    .execute();
  const hashes = new Map<string, string[]>();
  for (const { journal_id: journalId, hash } of rows) {
    const journal = hashes.get(journalId) ?? [];
    journal.push(hash);
    hashes.set(journalId, journal);
  }
  return hashes;
};

/** Reads the database in a data folder that no server has open. */
export const readServer = async (dataFolder: string): Promise<ServerView> => {
  const database = await openDatabase<ServerTables>({ dataFolder });
  try {
    const db = database.kysely;
    const levels = await readDocuments<StockLevel>(db, 'stock');
    const exceptions = await readDocuments<Exception>(db, 'exceptions');
    const quarantined = await db
      .selectFrom('operations')
      .select('seq')
      .where('status', '=', 'quarantined')
      .execute();
    return {
      figures: {
        ...(await readCells(db)),
        moneyByTender: await readSums(
          db,
          sql`select tender as key, sum(amount)::int8 as sum from money group by 1`,
        ),
        stockBySku: new Map(levels.map(({ sku, onHand }) => [sku, onHand])),
      },
      movedBySku: await readSums(
        db,
        sql`select sku as key, sum(quantity)::int8 as sum from movements group by 1`,
      ),
      hashesByJournal: await readHashes(db),
      quarantined: quarantined.length,
      exceptions: countBy(
        exceptions.filter(({ state }) => state === 'open').map(({ kind }) => kind),
      ),
    };
  } finally {
    await database.close();
  }
};
