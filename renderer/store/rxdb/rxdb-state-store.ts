import type { RxStorage } from 'rxdb/plugins/core';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import { collectionOf } from '../collection-of.ts';
import { placeOf } from '../order-lists.ts';
import type { StateStore, StreamPosition } from '../state-store.ts';
import { countAfter, countRow, isCounted } from './document-count.ts';
import { endWaiting, isAwaited, KEPT, keepReferences } from './kept-references.ts';
import { listKeyOf } from './list-key.ts';
import {
  openStateRows,
  STATE_COLLECTIONS,
  type StateCollection,
  type StateRow,
} from './state-rows.ts';

const parse = <Document>(row: { readonly text: string }): Document =>
  JSON.parse(row.text) as Document;

/**
 * A stream's position lies among its documents: one write has both, so that a power cut, which may take back the last
 * writes of each relaxed database by itself, never leaves a position that is ahead of its documents.
 */
const POSITION = 'position';

const positionId = (stream: string): string => `${POSITION} ${stream}`;

const positionRow = (stream: string, position: StreamPosition): StateRow => ({
  id: positionId(stream),
  list: POSITION,
  place: '',
  text: JSON.stringify(position),
});

const streamOf = ({ id }: StateRow): string => id.slice(POSITION.length + 1);

/** The state in RxDB. `storage` may be relaxed: what is lost is pulled again. */
export const openRxdbStateStore = async (
  storage: RxStorage<unknown, unknown>,
  name = 'omnitill-state',
): Promise<StateStore & { readonly close: () => Promise<unknown> }> => {
  const rows = await openStateRows(storage, name);

  const listed = async <Document>(target: StateCollection, list: string): Promise<Document[]> =>
    (await rows.inList(target, list)).map((row) => parse<Document>(row));

  const byIds = async <Document>(
    target: StateCollection,
    ids: readonly string[],
  ): Promise<Document[]> => (await rows.byIds(target, ids)).map((row) => parse<Document>(row));

  return {
    positions: async () => {
      const found = await Promise.all(
        STATE_COLLECTIONS.map((target) => rows.inList(target, POSITION)),
      );
      return Object.fromEntries(
        found.flat().map((row) => [streamOf(row), parse<StreamPosition>(row)]),
      );
    },
    isWhole: async () => {
      const counted = STATE_COLLECTIONS.map((target) => isCounted(rows, target));
      return (await Promise.all(counted)).every(Boolean);
    },
    applyPage: async ({ stream, changes, complete }, position) => {
      const target = collectionOf(stream);
      if (target === 'products') throw new RangeError('products belong to the catalog');
      const removed = changes.flatMap(({ id, document }) => (document === null ? [id] : []));
      const put = changes.flatMap(({ id, document }): StateRow[] =>
        document === null
          ? []
          : [{ id, ...listKeyOf(target, document), text: JSON.stringify(document) }],
      );
      let count = await countAfter(rows, target, { put, removed });
      await rows.remove(target, removed);
      if (complete && (await isAwaited(rows, positionId(stream)))) {
        await rows.put(target, put);
        count -= await endWaiting(rows, positionId(stream));
      }
      await rows.put(target, [...put, positionRow(stream, position), countRow(count)]);
    },
    reset: async () => {
      await rows.empty(STATE_COLLECTIONS.filter((target) => target !== 'references'));
      await keepReferences(rows, await rows.inList('references', POSITION));
    },
    orders: (ids) => byIds<Order>('orders', ids),
    openPickups: () => listed<Order>('orders', 'pickup'),
    lowStock: async (storeId) =>
      (await listed<StockLevel>('stock', 'low')).filter((level) => level.storeId === storeId),
    putBacks: () => listed<Order>('orders', 'putBack'),
    recentOrders: async (limit, before) => {
      const place = before === null ? '' : placeOf(before);
      return (await rows.after('orders', place, limit)).map((row) => parse<Order>(row));
    },
    stockLevels: (storeId, skus) =>
      byIds<StockLevel>(
        'stock',
        skus.map((sku) => stockLevelId(storeId, sku)),
      ),
    references: async () => [
      ...(await listed<Reference>('references', '')),
      ...(await listed<Reference>('references', KEPT)),
    ],
    statuses: () => listed<OperationStatus>('statuses', ''),
    openExceptions: () => listed<Exception>('exceptions', 'open'),
    exceptions: (ids) => byIds<Exception>('exceptions', ids),
    close: rows.close,
  };
};
