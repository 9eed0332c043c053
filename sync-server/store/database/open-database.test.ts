import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDataFolder } from './create-data-folder.fixture.ts';
import { openDatabase, type Database, type DatabaseOptions } from './open-database.ts';

type Schema = { database_test: { id: number; text: string } };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const url = process.env['TEST_DATABASE_URL'];
const kinds = ['pglite', ...(url === undefined ? [] : ['postgres'])];

describe.each(kinds)('openDatabase on %s', (kind) => {
  let options: DatabaseOptions;
  let database: Database<Schema>;

  beforeAll(async () => {
    const isServer = kind === 'postgres' && url !== undefined;
    options = isServer ? { databaseUrl: url } : { dataFolder: await createDataFolder() };
    database = await openDatabase<Schema>(options);
    await database.pool.query('DROP TABLE IF EXISTS database_test');
    await database.pool.query(
      'CREATE TABLE database_test (id bigint PRIMARY KEY, text text NOT NULL)',
    );
  });

  afterAll(async () => {
    await database.pool.query('DROP TABLE database_test');
    await database.close();
    if ('dataFolder' in options) rmSync(options.dataFolder, { recursive: true });
  });

  test('says which kind it is', () => {
    expect(database.kind).toBe(kind);
  });

  test('keeps what was written when it is closed and opened again', async () => {
    await database.kysely.insertInto('database_test').values({ id: 1, text: 'kept' }).execute();
    await database.close();
    database = await openDatabase<Schema>(options);
    const notes = await database.kysely.selectFrom('database_test').selectAll().execute();
    expect(notes).toEqual([{ id: 1, text: 'kept' }]);
  });

  test('gives int8 as numbers and refuses those that a number cannot hold exactly', async () => {
    const int8 = (text: string) => database.pool.query('SELECT $1::int8 AS value', [text]);
    expect((await int8('9007199254740991')).rows).toEqual([{ value: Number.MAX_SAFE_INTEGER }]);
    await expect(int8('9007199254740993')).rejects.toThrow('int8 9007199254740993');
  });

  test('queries that run at the same time do not mix, large ones included', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => index);
    const answers = await Promise.all(
      ids.map(async (id) => {
        const large = 'x'.repeat(id % 3 === 0 ? 400_000 : 10);
        const sql = `SELECT $1::int AS id, length($2::text) AS length, ${id} AS own`;
        const { rows } = await database.pool.query<{ id: number; own: number }>(sql, [id, large]);
        return rows[0];
      }),
    );
    expect(answers.map((answer) => [answer?.id, answer?.own])).toEqual(ids.map((id) => [id, id]));
  });

  test('transactions that run at the same time keep apart', async () => {
    await database.kysely.insertInto('database_test').values({ id: 2, text: '' }).execute();
    const letters = 'abcdefghij'.split('');
    await Promise.all(
      letters.map((letter) =>
        database.kysely.transaction().execute(async (transaction) => {
          const { text } = await transaction
            .selectFrom('database_test')
            .select('text')
            .where('id', '=', 2)
            .forUpdate()
            .executeTakeFirstOrThrow();
          await transaction
            .updateTable('database_test')
            .set({ text: text + letter })
            .where('id', '=', 2)
            .execute();
        }),
      ),
    );
    const { text } = await database.kysely
      .selectFrom('database_test')
      .select('text')
      .where('id', '=', 2)
      .executeTakeFirstOrThrow();
    expect(text.split('').toSorted()).toEqual(letters);
  });

  describe('listen', () => {
    test('hears the notifications of its channel and no others', async () => {
      const heard: string[] = [];
      await database.listen('changes: ALM1', (payload) => heard.push(payload));
      await notify('others', 'not for us');
      await notify('changes: ALM1', 'seq 7');
      await notify('changes: ALM1', '');
      await vi.waitFor(() => expect(heard).toEqual(['seq 7', '']));
    });

    test('hears nothing more after its end', async () => {
      const first: string[] = [];
      const second: string[] = [];
      const end = await database.listen('changes', (payload) => first.push(payload));
      await database.listen('changes', (payload) => second.push(payload));
      await notify('changes', 'one');
      await vi.waitFor(() => expect(second).toEqual(['one']));
      await end();
      await notify('changes', 'two');
      await vi.waitFor(() => expect(second).toEqual(['one', 'two']));
      expect(first).toEqual(['one']);
    });
  });

  function notify(channel: string, payload: string): Promise<unknown> {
    return database.pool.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }
});
