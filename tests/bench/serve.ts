// The server of a benchmark, which tells its parent how it spent its time.
// node --import tsx tests/bench/serve.ts '{"dataFolder":"…"}' TILLS
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { createServer } from '#server/server.ts';
import type { DatabaseOptions } from '#server/store/database/open-database.ts';
import type { Answers, Question } from './bench-server.ts';
import { prepareShop } from './bench-shop.ts';
import { watchQueries } from './watch-queries.ts';

/** Operations in one insert, as in one full batch of a till. */
const BATCH = 200;

const [database = '', tills = ''] = process.argv.slice(2);

const queries = watchQueries();
const server = await createServer({
  ...(JSON.parse(database) as DatabaseOptions),
  host: '127.0.0.1',
  port: 0,
  demo: false,
  dashboardFolder: path.join(import.meta.dirname, 'no-dashboard'),
  logLevel: 'error',
});
const { db } = server;
const codes = await prepareShop(server, Number(tills));
const { address } = await server.listen();

let loop = performance.eventLoopUtilization();

/** Milliseconds since the last call in which this thread did not wait. */
const takeOwn = (): number => {
  const now = performance.eventLoopUtilization();
  const { active } = performance.eventLoopUtilization(now, loop);
  loop = now;
  return active;
};

/** The same texts into a table that only keeps them. */
const insertAlone = async (): Promise<Answers['insert']> => {
  const { rows } = await sql<{ id: string; text: string }>`
    select journal_id || '.' || seq as id, text from operations order by journal_id, seq`.execute(
    db,
  );
  await sql`drop table if exists bench_texts`.execute(db);
  await sql`create table bench_texts (id text primary key, text text not null)`.execute(db);
  const from = performance.now();
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await sql`
      insert into bench_texts
      select * from unnest(${batch.map(({ id }) => id)}::text[], ${batch.map(({ text }) => text)}::text[])
    `.execute(db);
  }
  return { inserted: rows.length, milliseconds: performance.now() - from };
};

/** Every journal without a gap, and nothing received before what precedes it. */
const isInSequence = async (): Promise<boolean> => {
  const { rows } = await sql<{ wrong: boolean }>`
    select bool_or(
      seq <> place or received_at < coalesce(before, received_at) or status <> 'applied'
    ) as wrong
    from (
      select
        seq, status, received_at,
        row_number() over journal as place,
        lag(received_at) over journal as before
      from operations window journal as (partition by journal_id order by seq)
    ) as written`.execute(db);
  return rows[0]?.wrong === false;
};

const answer = async (question: Question): Promise<Answers[Question]> => {
  switch (question) {
    case 'busy':
      return { sql: queries.takeBusy(), own: takeOwn() };
    case 'insert':
      return insertAlone();
    case 'in_sequence':
      return isInSequence();
  }
};

process.on('message', (question: Question) => {
  void answer(question).then((value) => process.send?.(value));
});
process.once('disconnect', () => {
  void server.close().then(() => process.exit(0));
});
process.send?.({ url: address, codes });
