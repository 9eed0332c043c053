import { type Migration, sql } from 'kysely';

/**
 * What references were before they were changed, and in which category each version of the price list has a product: what a
 * till may hold yet (rule R11). Of earlier versions the category of now is the best that is known.
 */
export const replacedMigration: Migration = {
  up: async (db) => {
    await sql`
      create table replaced_references (
        position int8 generated always as identity primary key,
        id text not null,
        body text not null
      )`.execute(db);
    // A body is too long for the index itself.
    await sql`
      create unique index replaced_references_once on replaced_references (id, md5(body))`.execute(
      db,
    );
    await sql`alter table price_versions add column category_id text`.execute(db);
    await sql`
      update price_versions set category_id = product.body::jsonb ->> 'categoryId'
      from documents product
      where product.collection = 'products' and product.id = price_versions.sku`.execute(db);
  },
};
