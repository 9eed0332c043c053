import {
  createRxDatabase,
  type RxCollection,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core';
import { operationId } from '#shared/kernel/ids.ts';
import { encodeOperation } from '#shared/operations/seal.ts';
import type { RestorableLedger, SealedText } from '../ledger.ts';

type OperationRow = SealedText & {
  readonly id: string;
  /** Falls as `seq` rises: a descending sort never uses an index. */
  readonly newest: number;
};

type LocalRow = { readonly id: string; readonly text: string };

const LAST_SEQ = 9_999_999_999;

const operationSchema: RxJsonSchema<OperationRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 80 },
    journalId: { type: 'string', maxLength: 64 },
    seq: { type: 'integer', minimum: 1, maximum: LAST_SEQ, multipleOf: 1 },
    newest: { type: 'integer', minimum: 0, maximum: LAST_SEQ, multipleOf: 1 },
    hash: { type: 'string' },
    text: { type: 'string' },
  },
  required: ['id', 'journalId', 'seq', 'newest', 'hash', 'text'],
  indexes: [
    ['journalId', 'seq'],
    ['journalId', 'newest'],
  ],
};

const localSchema: RxJsonSchema<LocalRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 80 }, text: { type: 'string' } },
  required: ['id', 'text'],
};

const rowOf = ({ journalId, seq, hash, text }: SealedText): OperationRow => ({
  id: operationId(journalId, seq),
  journalId,
  seq,
  newest: LAST_SEQ - seq,
  hash,
  text,
});

/** The ledger in RxDB. `storage` must be strict: a write that resolved is on the disk (rule J4). */
export const openRxdbLedger = async (
  storage: RxStorage<unknown, unknown>,
  name = 'omnitill-ledger',
): Promise<RestorableLedger & { readonly close: () => Promise<unknown> }> => {
  const database = await createRxDatabase<{
    operations: RxCollection<OperationRow>;
    locals: RxCollection<LocalRow>;
  }>({ name, storage, multiInstance: false });
  await database.addCollections({
    operations: { schema: operationSchema },
    locals: { schema: localSchema },
  });
  const { operations, locals } = database;
  const newest = async (journalId: string): Promise<OperationRow | null> => {
    const [last] = await operations
      .find({
        selector: { journalId: { $eq: journalId }, newest: { $gte: 0 } },
        sort: [{ journalId: 'asc' }, { newest: 'asc' }],
        limit: 1,
      })
      .exec();
    return last ?? null;
  };

  return {
    append: async (operation) => {
      const { journalId, seq, hash } = operation;
      const text = encodeOperation(operation);
      await operations.insert(rowOf({ journalId, seq, hash, text }));
    },
    restore: async (rows) => {
      const { error } = await operations.bulkInsert(rows.map(rowOf));
      if (error.length > 0) throw new Error(`${error.length} operations were not restored`);
    },
    gap: async (journalId) => {
      const count = (through: number): Promise<number> =>
        operations
          .count({ selector: { journalId: { $eq: journalId }, seq: { $gte: 1, $lte: through } } })
          .exec();
      const last = await newest(journalId);
      let [missing, whole] = [last?.seq ?? 0, 0];
      if ((await count(missing)) === missing) return null;
      while (missing - whole > 1) {
        const middle = Math.floor((whole + missing) / 2);
        if ((await count(middle)) === middle) whole = middle;
        else missing = middle;
      }
      return missing;
    },
    head: async (journalId) => {
      const last = await newest(journalId);
      return last ? { seq: last.seq, hash: last.hash } : null;
    },
    read: async (journalId, after, limit) => {
      const rows = await operations
        .find({
          selector: { journalId: { $eq: journalId }, seq: { $gt: after } },
          sort: [{ journalId: 'asc' }, { seq: 'asc' }],
          limit,
        })
        .exec();
      return rows.map(({ seq, hash, text }) => ({ journalId, seq, hash, text }));
    },
    readLocal: async <Value>(key: string) => {
      const row = await locals.findOne(key).exec();
      return row ? (JSON.parse(row.text) as Value) : null;
    },
    writeLocal: async (key, value) => {
      // Incremental: a plain upsert tries to insert first, and only then writes over what is there.
      await locals.incrementalUpsert({ id: key, text: JSON.stringify(value) });
    },
    close: () => database.close(),
  };
};
