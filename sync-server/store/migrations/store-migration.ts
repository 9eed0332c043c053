import { type Kysely, type Migration, sql } from 'kysely';

const tables = sql`
  create table epochs (
    position int4 primary key,
    epoch text not null unique
  );
  insert into epochs values (1, gen_random_uuid()::text);

  create table journals (
    id text collate "C" primary key,
    till_id text not null,
    store_id text not null,
    link_hash text not null,
    head_seq int8 not null,
    head_hash text not null
  );
  create index journals_till_id on journals (till_id);

  create table operations (
    journal_id text collate "C" not null,
    seq int8 not null,
    hash text not null,
    text text not null,
    received_at text not null,
    status text not null check (status in ('applied', 'quarantined')),
    reason text,
    primary key (journal_id, seq)
  );
  create index operations_quarantined on operations (journal_id, seq) where status = 'quarantined';

  create table forks (
    journal_id text collate "C" not null,
    seq int8 not null,
    hash text not null,
    text text not null,
    received_at text not null,
    primary key (journal_id, seq, hash)
  );

  create table documents (
    collection text collate "C" not null,
    id text collate "C" not null,
    body text not null,
    streams text[] not null,
    version int8 not null,
    primary key (collection, id)
  ) with (fillfactor = 85);

  create table movements (
    operation_id text collate "C" not null,
    line_id text collate "C" not null,
    store_id text not null,
    sku text not null,
    kind text not null,
    quantity int8 not null,
    at text not null,
    primary key (operation_id, line_id)
  );

  create table reservations (
    order_id text collate "C" not null,
    line_id text collate "C" not null,
    store_id text not null,
    sku text not null,
    quantity int8 not null,
    primary key (order_id, line_id)
  );

  create table sale_lines (
    operation_id text collate "C" not null,
    line_id text collate "C" not null,
    order_id text,
    store_id text collate "C" not null,
    till_id text not null,
    channel text not null,
    at text collate "C" not null,
    sku text not null,
    quantity int8 not null,
    total int8 not null,
    tax int8 not null,
    primary key (operation_id, line_id)
  );
  create index sale_lines_store_id_at on sale_lines (store_id, at);

  create table money (
    operation_id text collate "C" not null,
    line_id text collate "C" not null,
    order_id text,
    store_id text collate "C" not null,
    at text collate "C" not null,
    tender text not null,
    amount int8 not null,
    primary key (operation_id, line_id)
  );
  create index money_store_id_at on money (store_id, at);`;

/**
 * A change gets its seq while its stream is locked until the transaction ends, so that within a stream a change with
 * a lower seq is never seen later than one with a higher: a reader that goes on after the last seq it saw skips
 * nothing. 3 is the class of streams among advisory locks (see `sql-transaction.ts`). The second trigger is for
 * updates that did not come by way of an insert, which has been stamped already.
 */
const changeFeed = sql`
  create sequence change_seq;

  create table changes (
    stream text collate "C" not null,
    id text collate "C" not null,
    collection text collate "C" not null,
    seq int8 not null,
    deleted boolean not null,
    primary key (stream, id)
  );
  create unique index changes_stream_seq on changes (stream, seq);

  create table change_gaps (
    after int8 primary key,
    before int8 not null
  );

  create function stamp_change() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(3, hashtext(new.stream));
    new.seq := nextval('change_seq');
    return new;
  end $$;

  create trigger stamp_inserted_change before insert on changes
    for each row execute function stamp_change();
  create trigger stamp_updated_change before update on changes
    for each row when (new.seq = old.seq) execute function stamp_change();`;

/** What ingest writes: see `schema.ts`. */
export const storeMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await tables.execute(db);
    await changeFeed.execute(db);
  },
};
