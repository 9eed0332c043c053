import { sql } from 'kysely';
import type { Reference } from '#shared/protocol/documents.ts';
import type { Run } from './sql-run.ts';
import type { StoreTransaction } from './store.ts';

/** What references were before they were changed, trusted: they were checked when written. */
export const createSqlReplaced = (
  run: Run,
): Pick<StoreTransaction, 'keepReplaced' | 'replaced'> => ({
  keepReplaced: async (id, reference) => {
    await run(sql`
      insert into replaced_references (id, body) values (${id}, ${JSON.stringify(reference)})
      on conflict do nothing`);
  },
  replaced: async (ids) => {
    const { rows } = await run(sql<{ id: string; body: string }>`
      select id, body from replaced_references
      where id = any(${[...ids]}::text[])
      order by position`);
    const byId = new Map<string, Reference[]>();
    for (const { id, body } of rows)
      byId.set(id, [...(byId.get(id) ?? []), JSON.parse(body) as Reference]);
    return byId;
  },
});
