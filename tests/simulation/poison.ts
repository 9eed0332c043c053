import type { Store } from '#server/store/store.ts';

/** A server whose build throws whenever it applies one of these operations (rule P2). */
export const poisonStore = (store: Store, poisoned: ReadonlySet<string>): Store => ({
  ...store,
  transaction: (work) =>
    store.transaction((tx) =>
      work({
        ...tx,
        putOperations: async (rows) => {
          for (const { journalId, seq, status } of rows)
            if (status === 'applied' && poisoned.has(`${journalId}/${seq}`))
              throw new Error('this build cannot apply it');
          return tx.putOperations(rows);
        },
      }),
    ),
});
