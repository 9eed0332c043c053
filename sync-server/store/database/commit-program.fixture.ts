import { PGlite } from '@electric-sql/pglite';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './open-database.ts';

/**
 * Opens the store in FOLDER, says which commits it holds, then commits for ever and says each commit that was
 * acknowledged. With COMMIT_WITH=plain it uses PGlite as it comes, which does not sync to the disk.
 */
type Query = (sql: string) => Promise<{ id: number }[]>;

async function openDurable(folder: string): Promise<Query> {
  const { pool } = await openDatabase({ dataFolder: folder });
  return async (sql) => (await pool.query<{ id: number }>(sql)).rows;
}

async function openPlain(folder: string): Promise<Query> {
  const cluster = join(folder, 'pglite');
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  const database = await PGlite.create(cluster);
  return async (sql) => (await database.exec(sql)).flatMap(({ rows }) => rows as { id: number }[]);
}

const [folder = ''] = process.argv.slice(2);
const query = await (process.env['COMMIT_WITH'] === 'plain'
  ? openPlain(folder)
  : openDurable(folder));

await query(`
  CREATE TABLE IF NOT EXISTS commits (id integer PRIMARY KEY, payload text NOT NULL);
  CREATE TABLE IF NOT EXISTS total (count integer NOT NULL);
  INSERT INTO total SELECT 0 WHERE NOT EXISTS (SELECT FROM total);`);
const held = (await query('SELECT id FROM commits ORDER BY id')).map(({ id }) => id);
const [total] = await query('SELECT count AS id FROM total');
if (total?.id !== held.length) throw new Error(`total ${total?.id} of ${held.length} commits`);
process.stdout.write(`held ${JSON.stringify(held)}\n`);

for (let id = (held.at(-1) ?? 0) + 1; ; id += 1) {
  // New files and checkpoints now and then: a power cut can tear them too.
  const extra = id % 10 === 0 ? `CREATE TABLE extra_${id} AS SELECT * FROM commits;` : '';
  await query(`
    BEGIN;
    INSERT INTO commits VALUES (${id}, repeat('payload ${id} ', 50));
    UPDATE total SET count = count + 1;
    ${extra}
    COMMIT;`);
  process.stdout.write(`acknowledged ${id}\n`);
  if (id % 25 === 0) await query('CHECKPOINT');
}
