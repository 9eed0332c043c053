import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { Change } from '#shared/protocol/pull.ts';
import { collectionOf } from '../collection-of.ts';
import type { StateStore, StreamPosition } from '../state-store.ts';
import { placeOf } from '../order-lists.ts';
import { type ListKey, listKeyOf } from './list-key.ts';

/** Any document of the server, with what lists find it by. */
type Row = ListKey & { readonly id: string; readonly text: string };

const schema: RxJsonSchema<Row> = {
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

const NAMES = ['orders', 'stock', 'references', 'statuses', 'exceptions', 'positions'] as const;
type Name = (typeof NAMES)[number];
type Collections = Record<Name, RxCollection<Row>>;

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
    positions: { schema },
  });
  return database;
};

const parse = <Document>(row: { readonly text: string }): Document =>
  JSON.parse(row.text) as Document;

/** The state in RxDB. `storage` may be relaxed: what is lost is pulled again. */
export const openRxdbStateStore = async (
  storage: RxStorage<unknown, unknown>,
  name = 'omnitill-state',
): Promise<StateStore & { readonly close: () => Promise<unknown> }> => {
  let database = await openState(storage, name);

  const applyChanges = async (target: Name, changes: readonly Change[]): Promise<void> => {
    const rows = changes.flatMap(({ id, document }): Row[] =>
      document === null
        ? []
        : [{ id, ...listKeyOf(target, document), text: JSON.stringify(document) }],
    );
    const gone = changes.flatMap(({ id, document }) => (document === null ? [id] : []));
    if (rows.length > 0) {
      const { error } = await database[target].bulkUpsert(rows);
      if (error.length > 0) throw new Error(`state not written: ${error.length} of ${rows.length}`);
    }
    if (gone.length > 0) await database[target].bulkRemove(gone);
  };

  const all = async <Document>(target: Name): Promise<Document[]> =>
    (await database[target].find().exec()).map((row) => parse<Document>(row));

  const inList = async <Document>(target: Name, list: string): Promise<Document[]> => {
    const rows = await database[target]
      .find({ selector: { list: { $eq: list } }, sort: [{ list: 'asc' }, { place: 'asc' }] })
      .exec();
    return rows.map((row) => parse<Document>(row));
  };

  const byIds = async <Document>(target: Name, ids: readonly string[]): Promise<Document[]> => {
    const rows = await database[target].findByIds([...ids]).exec();
    return [...rows.values()].map((row) => parse<Document>(row));
  };

  return {
    positions: async () => {
      const rows = await database.positions.find().exec();
      return Object.fromEntries(rows.map((row) => [row.id, parse<StreamPosition>(row)]));
    },
    applyPage: async ({ stream, changes }, position) => {
      const target = collectionOf(stream);
      if (target === 'products') throw new RangeError('products belong to the catalog');
      await applyChanges(target, changes);
      await applyChanges('positions', [{ id: stream, document: position }]);
    },
    reset: async () => {
      await database.remove();
      database = await openState(storage, name);
    },
    orders: (ids) => byIds<Order>('orders', ids),
    openPickups: () => inList<Order>('orders', 'pickup'),
    recentOrders: async (limit, before) => {
      const rows = await database.orders
        .find({
          selector: { place: { $gt: before === null ? '' : placeOf(before) } },
          sort: [{ place: 'asc' }],
          limit,
        })
        .exec();
      return rows.map((row) => parse<Order>(row));
    },
    stockLevels: (storeId, skus) =>
      byIds<StockLevel>(
        'stock',
        skus.map((sku) => stockLevelId(storeId, sku)),
      ),
    references: () => all<Reference>('references'),
    statuses: () => all<OperationStatus>('statuses'),
    openExceptions: () => inList<Exception>('exceptions', 'open'),
    close: () => database.close(),
  };
};
