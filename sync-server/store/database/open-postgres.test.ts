import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from './open-database.ts';

test('a server that cannot be reached is an error, not a wait', async () => {
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
  await expect(openDatabase({ databaseUrl })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

const url = process.env['TEST_DATABASE_URL'];

describe.each(url === undefined ? [] : [url])('a PostgreSQL server', (url) => {
  test('listens again after the server closed its connections', async () => {
    const database = await openDatabase({ databaseUrl: url });
    const heard: string[] = [];
    await database.listen('reconnect', (payload) => heard.push(payload));
    await database.pool.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'omnitill listener'`);
    await vi.waitFor(
      async () => {
        await database.pool.query(`NOTIFY reconnect, 'again'`);
        expect(heard).toContain('again');
      },
      { timeout: 10_000 },
    );
    await database.close();
  }, 30_000);

  test('its connections have limits on waiting for locks, on statements and on idle transactions', async () => {
    const database = await openDatabase({ databaseUrl: url });
    const { rows } = await database.pool.query<{ name: string; setting: string }>(`
      SELECT name, setting FROM pg_settings
      WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')
      ORDER BY name`);
    expect(rows.map(({ name, setting }) => [name, Number(setting)])).toEqual([
      ['idle_in_transaction_session_timeout', 30_000],
      ['lock_timeout', 10_000],
      ['statement_timeout', 60_000],
    ]);
    await database.close();
  });
});
