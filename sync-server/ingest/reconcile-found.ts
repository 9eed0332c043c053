import { sql } from 'kysely';
import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Contradiction, Exception, ExceptionKind } from '#shared/domain/exception/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { openException, reconcileExceptions, storesOfException } from './reconcile-exceptions.ts';
import { createWorkspace } from './workspace.ts';

/** Those of one kind that are open now. */
export const openOfKind = async (db: Tables, kind: ExceptionKind): Promise<Exception[]> => {
  const { rows } = await sql<{ readonly body: string }>`
    select body from documents
    where collection = 'exceptions' and starts_with(id, ${exceptionId(kind, '')})
      and body like '%"state":"open"%'
    order by id`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as Exception);
};

/** Opens what a look at everything of one kind found, and closes what it did not find any more; each by itself. */
export const reconcileFound = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  kind: ExceptionKind,
  found: readonly Contradiction[],
  now: string,
): Promise<void> => {
  const foundIds = new Set(found.map(({ id }) => id));
  const gone = (await openOfKind(db, kind)).filter(({ id }) => !foundIds.has(id));
  for (const one of [...found, ...gone])
    await store.transaction(async (tx) => {
      await tx.lock([], storesOfException(one));
      const workspace = createWorkspace(tx);
      if (foundIds.has(one.id)) await openException(workspace, one, now);
      else await reconcileExceptions(workspace, { before: [one], after: [] }, now);
      await workspace.flush();
    });
};
