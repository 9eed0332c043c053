import { type Kysely, type Migration, Migrator } from 'kysely';

/**
 * Brings a database to the present tables; safe with several servers starting at once. `migrations` by name, which
 * sorts as they were made. Throws what stopped it; nothing of that migration stays.
 */
export const migrate = async <Tables>(
  kysely: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> => {
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error !== undefined)
    throw new Error('the tables cannot be brought up to date', { cause: error });
};
