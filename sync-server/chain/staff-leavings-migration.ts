import { type Migration, sql } from 'kysely';

/**
 * When each person left each store. Of those who left before, only the name in the record of changes says when; where two
 * bear it, nothing does.
 */
export const staffLeavingsMigration: Migration = {
  up: async (db) => {
    await sql`
      create table staff_leavings (
        staff_id text not null,
        store_id text not null,
        at text not null,
        primary key (staff_id, store_id)
      )`.execute(db);
    await sql`
      with people as (
        select
          member ->> 'id' as id,
          member ->> 'name' as name,
          (member ->> 'active')::boolean as active,
          member -> 'storeIds' as store_ids
        from (
          select body::jsonb -> 'value' as member from documents
          where collection = 'references' and id like 'staff:%'
        ) as held
      ), stores as (
        select body::jsonb -> 'value' ->> 'storeId' as id from documents
        where collection = 'references' and id like 'settings:%'
      ), changed as (
        select subject as name, max(at) as at from change_log
        where kind = 'staff_changed'
        group by subject
      )
      insert into staff_leavings (staff_id, store_id, at)
      select people.id, stores.id, changed.at
      from people
      join changed on changed.name = people.name
      cross join stores
      where not (people.active and jsonb_exists(people.store_ids, stores.id))
        and not exists (
          select 1 from people namesake
          where namesake.name = people.name and namesake.id <> people.id
        )`.execute(db);
  },
};
