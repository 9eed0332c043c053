import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDataFolder } from './create-data-folder.fixture.ts';
import { openDatabase, type Database } from './open-database.ts';
import { keepUp } from './pglite-upkeep.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let dataFolder: string;
let database: Database<object>;

beforeAll(async () => {
  dataFolder = await createDataFolder();
  database = await openDatabase({ dataFolder });
});

afterAll(async () => {
  await database.close();
  rmSync(dataFolder, { recursive: true });
});

test('a second opening is refused and names the process that has it', async () => {
  await expect(openDatabase({ dataFolder })).rejects.toMatchObject({
    code: 'data_folder_locked',
    pid: process.pid,
  });
});

test('a store that cannot be opened says why and gives the folder back', async () => {
  const brokenFolder = await createDataFolder();
  rmSync(join(brokenFolder, 'pglite', 'global', 'pg_control'));
  const open = () => openDatabase({ dataFolder: brokenFolder });
  await expect(open()).rejects.toThrow('pg_control');
  await expect(open()).rejects.toThrow('pg_control');
  rmSync(brokenFolder, { recursive: true });
});

test('upkeep makes the checkpoints, statistics and vacuums that PGlite leaves undone', async () => {
  const value = async (sql: string) =>
    (await database.pool.query<{ value: number }>(`SELECT (${sql})::int8 AS value`)).rows[0]?.value;
  const walSinceCheckpoint = `
      SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) FROM pg_control_checkpoint()`;

  await database.pool.query(`
      CREATE TABLE filled AS SELECT id, repeat('x', 1000) AS text FROM generate_series(1, 80000) id`);
  await database.pool.query('DELETE FROM filled WHERE id > 50000');
  expect(await value(walSinceCheckpoint)).toBeGreaterThan(64 * 1024 * 1024);

  await keepUp(database.pool);
  expect(await value(walSinceCheckpoint)).toBeLessThan(1024 * 1024);
  expect(await value(`SELECT reltuples FROM pg_class WHERE relname = 'filled'`)).toBe(50_000);
  expect(await value(`SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'filled'`)).toBe(
    0,
  );
});
