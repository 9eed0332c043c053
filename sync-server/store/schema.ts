import type { ColumnType } from 'kysely';
import type { Collection } from '#shared/protocol/pull.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type {
  MoneyRow,
  MovementRow,
  OperationRow,
  SaleLineRow,
  ShiftRow,
  StoredValueRow,
} from './store.ts';

/** Stamped by the database (see the migration); never written from here. */
type Stamped = ColumnType<number, never, never>;

/**
 * The server's tables. Times are ISO 8601 texts in UTC, which sort as times do; amounts are minor units and
 * quantities thousandths, as int8. Texts of operations and documents are `text`, not `jsonb`: they may hold escaped NUL
 * and lone surrogates, and must come out to the letter (rule P1).
 */
export type StoreTables = {
  /** The server's epochs by position; the last is the present one (rule P6). */
  epochs: { position: number; epoch: string };
  journals: {
    id: string;
    till_id: string;
    store_id: string;
    link_hash: string;
    head_seq: number;
    head_hash: string;
  };
  operations: {
    journal_id: string;
    seq: number;
    hash: string;
    /** To be read through `fromStoredText`, as that of forks. */
    text: string;
    received_at: string;
    status: OperationRow['status'];
    reason: QuarantineReason | null;
  };
  forks: { journal_id: string; seq: number; hash: string; text: string; received_at: string };
  documents: {
    collection: Collection;
    id: string;
    /** JSON text. */
    body: string;
    /** Where the document is to be seen now. */
    streams: string[];
    /** Raised by each write, so that a write on the strength of an old reading is noticed. */
    version: number;
  };
  /** The latest change of each document in each stream it is or was in. */
  changes: {
    stream: string;
    id: string;
    collection: Collection;
    seq: Stamped;
    /** The document left this stream. */
    deleted: boolean;
  };
  /** Numbers that no change of this database ever had: `after` < number < `before`; `epoch` when that was noted. */
  change_gaps: { after: number; before: number; epoch: string };
  movements: {
    operation_id: string;
    line_id: string;
    store_id: string;
    sku: string;
    kind: MovementRow['kind'];
    quantity: number;
    at: string;
  };
  reservations: {
    order_id: string;
    line_id: string;
    store_id: string;
    sku: string;
    quantity: number;
  };
  sale_lines: {
    operation_id: string;
    line_id: string;
    order_id: string | null;
    store_id: string;
    till_id: string;
    channel: SaleLineRow['channel'];
    at: string;
    sku: string;
    quantity: number;
    total: number;
    tax: number;
  };
  money: {
    operation_id: string;
    line_id: string;
    order_id: string | null;
    store_id: string;
    at: string;
    tender: MoneyRow['tender'];
    amount: number;
  };
  /** Orders of which the channel is to be told how they stand and what it must give back (rule R16). */
  order_notices: {
    order_id: string;
    /** Raised whenever that changes; the channel was told of it up to `told`. */
    version: number;
    told: number;
    /** Tries since it last changed. */
    attempts: number;
    next_at: string;
    /** A server process is telling it, until then at the longest; null = none is. */
    held_until: string | null;
  };
  /** How often a receipt went out by e-mail on a day of UTC (`mail/letter-limit.ts`). */
  letters: { order_id: string; day: string; sent: number };
  /** A fold of each till's journals, JSON text (`projections/fiscal-books.ts`); may be deleted, and is read again. */
  fiscal_books: { till_id: string; body: string };
  /** Shifts of tills; what was done in each is found by `shift_of(operations.text)`. */
  shifts: {
    id: string;
    till_id: string;
    store_id: string;
    number: number;
    currency: ShiftRow['currency'];
    opened_at: string;
    opened_by: string;
    /** Where its Z report is; null = it was not heard of, and so the three that follow. */
    closing_journal_id: string | null;
    closing_seq: number | null;
    closed_at: string | null;
    difference: number | null;
  };
  /** What each operation moved in its shift. */
  shift_money: {
    journal_id: string;
    seq: number;
    shift_id: string;
    at: string;
    type: string;
    drawer: number;
    moved: number;
  };
  stored_value: {
    operation_id: string;
    line_id: string;
    code: string;
    order_id: string | null;
    store_id: string;
    at: string;
    currency: StoredValueRow['currency'];
    amount: number;
  };
  points: {
    operation_id: string;
    order_id: string;
    customer_id: string;
    store_id: string;
    at: string;
    earned: number;
    taken_back: number;
    spent: number;
    restored: number;
    /** Minor units that what was spent paid. */
    value: number;
  };
};
