import { escapeIdentifier, type Pool } from 'pg';

const everyMs = 30_000;
const walLimitBytes = 64 * 1024 * 1024;

/**
 * PGlite has no background processes: unasked it never makes a checkpoint, so that the write-ahead log grows for ever
 * and a start replays all of it, and never vacuums or analyzes a table. This asks for them when they are due.
 * The returned function ends it.
 */
export function startPgliteUpkeep(pool: Pool): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    // What fails now, for want of a free connection for example, is due again in the next round.
    round = round.then(() => keepUp(pool)).catch(() => undefined);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** One round of upkeep. */
export async function keepUp(pool: Pool): Promise<void> {
  await pool.query('SELECT pg_stat_force_next_flush()'); // Else the last second's changes are not counted.
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(tablesDueSql);
  for (const { schema, name } of tables) {
    await pool.query(`VACUUM (ANALYZE) ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`);
  }
  const { rows } = await pool.query<{ bytes: number }>(walSinceCheckpointSql);
  if ((rows[0]?.bytes ?? 0) > walLimitBytes) await pool.query('CHECKPOINT');
}

/** The thresholds of autovacuum as PostgreSQL ships it, for insertions and for dead rows and statistics. */
const tablesDueSql = `
  SELECT stat.schemaname AS schema, stat.relname AS name
  FROM pg_stat_user_tables stat JOIN pg_class class ON class.oid = stat.relid
  WHERE stat.n_mod_since_analyze > 50 + 0.1 * greatest(class.reltuples, 0)
     OR stat.n_dead_tup > 50 + 0.2 * greatest(class.reltuples, 0)`;

const walSinceCheckpointSql = `
  SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 AS bytes FROM pg_control_checkpoint()`;
