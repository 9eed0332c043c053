import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { report, reportNotRun } from './report.ts';
import { withBenchServer } from './with-bench-server.ts';

const TILLS = 4;
const ROUNDS = 2;
/** Of each till in each round. */
const SALES = 300;

const OPERATIONS = TILLS * ROUNDS * SALES;

/** Several tills at once, each in batches of 200 over HTTP. */
const measureIngest = (name: string, database: { databaseUrl: string } | null): Promise<void> =>
  withBenchServer(TILLS, database, async (server, tills) => {
    let taken = 0;
    let sql = 0;
    let own = 0;
    let alone = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const till of tills) await till.sellOffline(SALES);
      await server.ask('busy');
      const from = performance.now();
      await Promise.all(tills.map((till) => till.push()));
      taken += performance.now() - from;
      const busy = await server.ask('busy');
      sql += busy.sql;
      own += busy.own;
      const { inserted, milliseconds } = await server.ask('insert');
      alone += (milliseconds / inserted) * TILLS * SALES;
    }
    report(
      name,
      { value: (OPERATIONS / taken) * 1000, unit: 'operations/s' },
      {
        value: (OPERATIONS / alone) * 1000,
        unit: 'operations/s',
        name: 'the same texts into a table that only keeps them',
      },
    );
    const whole = { value: 100, unit: '%', name: 'all of the time' };
    report(`${name}-sql`, { value: (sql / taken) * 100, unit: '%' }, whole);
    report(`${name}-own`, { value: (own / taken) * 100, unit: '%' }, whole);
  });

export const ingestPglite = (): Promise<void> => measureIngest('ingest-pglite', null);

const run = async (databaseUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};

/** On a database of its own on the server that TEST_DATABASE_URL names. */
export const ingestPostgres = async (): Promise<void> => {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (serverUrl === undefined) return reportNotRun('ingest-postgres', 'no TEST_DATABASE_URL');
  const name = `omnitill_${randomBytes(8).toString('hex')}`;
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await run(serverUrl, `create database ${name}`);
  try {
    await measureIngest('ingest-postgres', { databaseUrl });
  } finally {
    await run(serverUrl, `drop database ${name} with (force)`);
  }
};
