import { type Kysely, type Migration, sql } from 'kysely';

/**
 * A way to the few operations of training among millions of others. Within a canonical text the pattern stands only where
 * a member has that value: inside a string its quotes would be escaped.
 */
export const trainingMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create index operations_training on operations (received_at)
        where text like '%"type":"training.completed"%';`.execute(db);
  },
};
