import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Exception } from '#shared/domain/exception/schema.ts';
import { Order } from '#shared/domain/order/schema.ts';
import { StockLevel } from '#shared/domain/stock/schema.ts';
import { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { Change, Collection } from '#shared/protocol/pull.ts';
import { collectionOf } from './collection-of.ts';
import type { PageSink } from './state-store.ts';

const SCHEMAS: Record<Exclude<Collection, 'products'>, TSchema> = {
  orders: Order,
  stock: StockLevel,
  references: Reference,
  statuses: OperationStatus,
  exceptions: Exception,
};

/** Documents that are checked at once: an order takes a quarter of a millisecond, on a busy machine one, and people wait no longer than 100. */
const CHUNK = 40;

/** What a newer server adds is no fault: only what is missing or of another kind would break a screen. */
const isReadable = (schema: TSchema, document: unknown): boolean =>
  Value.Check(schema, document) ||
  Value.Check(schema, Value.Clean(schema, structuredClone(document)));

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets in what is what its schema says; anything else is left out, told to `report`, and stops nothing that follows.
 * Products pass unchecked: a hundred thousand of them would take a fifth longer to arrive (SPEC, Pull).
 */
export const createCheckedSink = (sink: PageSink, report: (error: Error) => void): PageSink => {
  const readable = async (stream: string, changes: readonly Change[]): Promise<Change[]> => {
    const collection = collectionOf(stream);
    if (collection === 'products') return [...changes];
    const kept: Change[] = [];
    for (const [index, change] of changes.entries()) {
      if (index > 0 && index % CHUNK === 0) await pause();
      if (change.document === null || isReadable(SCHEMAS[collection], change.document))
        kept.push(change);
      else report(new Error(`malformed document ${change.id} in ${stream}`));
    }
    return kept;
  };

  return {
    ...sink,
    applyPage: async (page, position) =>
      sink.applyPage({ ...page, changes: await readable(page.stream, page.changes) }, position),
  };
};
