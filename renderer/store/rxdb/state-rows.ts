import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core';
import type { ListKey } from './list-key.ts';

/** Any document of the server, with what lists find it by. */
export type StateRow = ListKey & { readonly id: string; readonly text: string };

const schema: RxJsonSchema<StateRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 200 },
    list: { type: 'string', maxLength: 20 },
    place: { type: 'string', maxLength: 90 },
    text: { type: 'string' },
  },
  required: ['id', 'list', 'place', 'text'],
  indexes: [['list', 'place'], ['place']],
};

export const STATE_COLLECTIONS = [
  'orders',
  'stock',
  'references',
  'statuses',
  'exceptions',
] as const;
export type StateCollection = (typeof STATE_COLLECTIONS)[number];
type Collections = Record<StateCollection, RxCollection<StateRow>>;

const openState = async (
  storage: RxStorage<unknown, unknown>,
  name: string,
): Promise<RxDatabase<Collections>> => {
  const database = await createRxDatabase<Collections>({ name, storage, multiInstance: false });
  await database.addCollections({
    orders: { schema },
    stock: { schema },
    references: { schema },
    statuses: { schema },
    exceptions: { schema },
  });
  return database;
};

/** Dropping a collection and making it anew takes no longer the more there is in it. */
const emptied = async (
  database: RxDatabase<Collections>,
  targets: readonly StateCollection[],
): Promise<RxDatabase<Collections>> => {
  for (const target of targets) await database[target].remove();
  await database.addCollections(Object.fromEntries(targets.map((target) => [target, { schema }])));
  return database;
};

/** Rows as the lists of a collection find them. */
export type StateRows = {
  readonly byIds: (target: StateCollection, ids: readonly string[]) => Promise<StateRow[]>;
  readonly inList: (target: StateCollection, list: string) => Promise<StateRow[]>;
  /** Of the newest-first list, those that follow this place. */
  readonly after: (target: StateCollection, place: string, limit: number) => Promise<StateRow[]>;
  /** Of all there are. */
  readonly count: (target: StateCollection) => Promise<number>;
  readonly remove: (target: StateCollection, ids: readonly string[]) => Promise<void>;
  /** All in one write. */
  readonly put: (target: StateCollection, rows: readonly StateRow[]) => Promise<void>;
  /** Drops these whole; whoever reads or writes meanwhile waits. */
  readonly empty: (targets: readonly StateCollection[]) => Promise<void>;
  readonly close: () => Promise<unknown>;
};

export const openStateRows = async (
  storage: RxStorage<unknown, unknown>,
  name: string,
): Promise<StateRows> => {
  let database = openState(storage, name);
  await database;
  const underWay = new Set<Promise<unknown>>();

  const withRows = <Value>(work: (collections: Collections) => Promise<Value>): Promise<Value> => {
    const done = database.then(work);
    const settled: Promise<unknown> = done.then(
      () => underWay.delete(settled),
      () => underWay.delete(settled),
    );
    underWay.add(settled);
    return done;
  };

  return {
    byIds: (target, ids) =>
      withRows(async ({ [target]: rows }) => [...(await rows.findByIds([...ids]).exec()).values()]),
    inList: (target, list) =>
      withRows(({ [target]: rows }) =>
        rows
          .find({ selector: { list: { $eq: list } }, sort: [{ list: 'asc' }, { place: 'asc' }] })
          .exec(),
      ),
    after: (target, place, limit) =>
      withRows(({ [target]: rows }) =>
        rows.find({ selector: { place: { $gt: place } }, sort: [{ place: 'asc' }], limit }).exec(),
      ),
    // By their lists: what Chromium repairs may hold rows of other databases too, which have none.
    count: (target) =>
      withRows(({ [target]: rows }) => rows.count({ selector: { list: { $gte: '' } } }).exec()),
    remove: (target, ids) =>
      withRows(async ({ [target]: rows }) => {
        if (ids.length > 0) await rows.bulkRemove([...ids]);
      }),
    put: (target, documents) =>
      withRows(async ({ [target]: rows }) => {
        const { error } = await rows.bulkUpsert([...documents]);
        if (error.length > 0)
          throw new Error(`state not written: ${error.length} of ${documents.length}`);
      }),
    empty: async (targets) => {
      const others = Promise.all(underWay);
      database = Promise.all([database, others]).then(([open]) => emptied(open, targets));
      await database;
    },
    close: async () => (await database).close(),
  };
};
