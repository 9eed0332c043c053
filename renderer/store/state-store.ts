import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { StreamPage } from '#shared/protocol/pull.ts';
import type { OrderPlace } from './order-lists.ts';

/** How far a stream was pulled, and which local operations its documents contain (rule S2). */
export type StreamPosition = {
  readonly checkpoint: number;
  readonly appliedThrough: Readonly<Record<string, number>>;
};

/** What takes pages in: the state store, and the catalog for products. */
export type PageSink = {
  readonly positions: () => Promise<Record<string, StreamPosition>>;
  /** Whether there are as many documents as its positions stand for: a damaged disk may keep these and lose those. */
  readonly isWhole: () => Promise<boolean>;
  /** Documents first, the position last: a crash between costs a page pulled twice. */
  readonly applyPage: (page: StreamPage, position: StreamPosition) => Promise<void>;
  /**
   * Forgets how far it was pulled, to be pulled again from zero (rule P6). What a till cannot sell without stays as it
   * was last known until all of it has come down anew.
   */
  readonly reset: () => Promise<void>;
};

/** All that came down from the server; read-only for the till, pulled again if lost. */
export type StateStore = PageSink & {
  readonly orders: (ids: readonly string[]) => Promise<Order[]>;
  readonly openPickups: () => Promise<Order[]>;
  /** Levels of which few are left. */
  readonly lowStock: (storeId: string) => Promise<StockLevel[]>;
  /** Orders that are closed and whose goods are to be put back. */
  readonly putBacks: () => Promise<Order[]>;
  /** Newest first; `before` is the last order of the page before. */
  readonly recentOrders: (limit: number, before: OrderPlace | null) => Promise<Order[]>;
  readonly stockLevels: (storeId: string, skus: readonly string[]) => Promise<StockLevel[]>;
  readonly references: () => Promise<Reference[]>;
  readonly statuses: () => Promise<OperationStatus[]>;
  readonly openExceptions: () => Promise<Exception[]>;
  /** Of those that came down, closed ones too. */
  readonly exceptions: (ids: readonly string[]) => Promise<Exception[]>;
};
