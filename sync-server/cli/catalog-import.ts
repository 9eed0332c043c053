// npm run catalog:import -- FILE.csv[.gz] [--store ID]
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { TaxRate } from '#shared/domain/settings/schema.ts';
import { createFindTaxRate } from '../catalog/find-tax-rate.ts';
import { importCatalog, type ImportSummary } from '../catalog/import-catalog.ts';
import { readKnownCatalog } from '../catalog/known-catalog.ts';
import { type CatalogFile, readCatalog, type ReadRow } from '../catalog/read-catalog.ts';
import { migrations } from '../migrations.ts';
import { DataFolderLockedError } from '../store/database/lock-folder.ts';
import { openDatabase } from '../store/database/open-database.ts';
import { migrate } from '../store/migrations/migrate.ts';
import type { StoreTables } from '../store/schema.ts';
import { createSqlStore } from '../store/sql-store.ts';

const HELP = `npm run catalog:import -- FILE.csv[.gz] [--store ID]

Reads a catalog in CSV: UTF-8, comma, a header. Columns, in any order:
  barcode   required; one product a barcode: of rows that repeat one the first stays, the others are refused
  name      required: as it is said where a language has no name of its own
  name_ru, name_uk, name_kk
            the name in Russian, Ukrainian and Kazakh; without them a known product keeps those of an unchanged name
  sku       article number; without it the barcode
  price     of the chain, in its currency, of one piece or kilogram: 190 or 190.50; without it a known product keeps
            its price and a new one gets one derived from its barcode: (FNV-1a of it mod 990 + 10) × 10, so 100 to
            9,990. What a store asks otherwise is a price list of the dashboard
  category  id or name; made when it is not there yet; without it a new product goes to "other"
  tax       id of a tax rate that every store has, or its percentage; without it a new product gets the chain's
            first, and before there is a store the first of each store
  stock     what is on hand in the store of --store; needs that option, and a service has none
  unit      piece or kilogram: what is sold by weight; without it a new product is sold by the piece
  kind      goods, or service: what has a price and no stock, as a deposit; without it a new product is goods
  active    yes or no: what is not sold any more; without it a new product is sold
  age       years that whoever buys it must have lived; 0 = any
  serial, batch, mark
            yes or no: whether each piece has a number of its own, a batch, or the code of marked goods, which the
            till then asks for

What a file leaves out, by column or by an empty field, stays as it was. The unit and kind of a product change only
where no store has any of it or keeps it for orders, as its stock was counted in the other: import or count 0 first.

A row is a line, so a quoted field holds no line break. A bad row is named with its line and reason, and stops
nothing. Run again, the same file changes nothing.

Environment: OMNITILL_DATA (default .omnitill) or DATABASE_URL, as the server has it. A data folder has one user at
a time: stop the server first. With DATABASE_URL it may go on.`;

/** Says it and ends: whatever is wrong here, a person must change it first. */
const giveUp = (...lines: readonly string[]): never => {
  console.error(lines.join('\n'));
  process.exit(1);
};

const readArguments = (): { readonly file: string; readonly storeId: string | null } => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { store: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [file, ...more] = positionals;
  if (values.help === true) {
    console.log(HELP);
    process.exit(0);
  }
  if (file === undefined || more.length > 0) return giveUp(HELP);
  return { file, storeId: values.store ?? null };
};

const bytesOf = (file: string): AsyncIterable<Uint8Array> => {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  // The reader of the unpacked bytes hears of every error; this callback only keeps it from being thrown twice.
  return pipeline(bytes, createGunzip(), () => undefined);
};

const openStoreDatabase = async () => {
  const { DATABASE_URL: databaseUrl, OMNITILL_DATA: folder = '.omnitill' } = process.env;
  try {
    return await openDatabase<StoreTables>(
      databaseUrl ? { databaseUrl } : { dataFolder: path.resolve(folder) },
    );
  } catch (error) {
    if (!(error instanceof DataFolderLockedError)) throw error;
    return giveUp(
      `data_folder_locked: process ${error.pid} works with ${error.folder}.`,
      'Stop the server, import, and start it again.',
    );
  }
};

/** `line 17: refused barcode_repeated firstLine=3` */
const report = ({ line, row }: ReadRow): void => {
  const problems = row.ok ? row.value.warnings : [row.problem];
  for (const { type, ...data } of problems) {
    const details = Object.entries(data).map(
      ([name, value]) => ` ${name}=${JSON.stringify(value)}`,
    );
    console.log(`line ${line}: ${row.ok ? 'warning' : 'refused'} ${type}${details.join('')}`);
  }
};

const openCatalog = async (
  file: string,
  taxRates: readonly TaxRate[],
  storeId: string | null,
): Promise<CatalogFile> => {
  const read = await readCatalog(bytesOf(file), createFindTaxRate(taxRates));
  if (!read.ok) return giveUp(`${read.problem.type}: ${JSON.stringify(read.problem)}`, HELP);
  if (storeId === null && read.value.columns.includes('stock'))
    return giveUp('The file has a column "stock": say whose with --store ID.');
  return read.value;
};

const say = (summary: ImportSummary, seconds: string): void => {
  const { rows, imported, refused, changed, derived, version } = summary;
  if (derived > 0)
    console.log(
      `derived prices: ${derived}, as (FNV-1a of the barcode mod 990 + 10) × 10: 100 to 9,990`,
    );
  console.log(`new or changed: ${changed} · price list version ${version} · ${seconds} s`);
  console.log(`catalog: rows=${rows} imported=${imported} refused=${refused}`);
};

const run = async (): Promise<void> => {
  const { file, storeId } = readArguments();
  // Before a data folder is made for nothing.
  await access(file);
  const started = performance.now();
  const database = await openStoreDatabase();
  const { kysely: db } = database;
  await migrate(db, migrations);
  const store = await createSqlStore(database);
  const known = await readKnownCatalog(db);
  const storeIds = known.stores.map((one) => one.storeId);
  if (storeId !== null && !storeIds.includes(storeId))
    return giveUp(`unknown_store: ${storeId}. There are: ${storeIds.join(', ')}`);
  const catalog = await openCatalog(file, known.taxRates, storeId);
  const now = (): string => new Date().toISOString();
  const summary = await importCatalog({ db, store, known, now }, catalog, { storeId, report });
  await store.close();
  await database.close();
  say(summary, ((performance.now() - started) / 1000).toFixed(1));
};

try {
  await run();
} catch (error) {
  giveUp(`The import stopped: ${error instanceof Error ? error.message : String(error)}`);
}
