import { Type, type Static } from 'typebox';
import {
  HashSchema,
  IdSchema,
  JournalIdSchema,
  OperationIdSchema,
  TimeSchema,
} from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** What every operation carries, whatever its type (design §4, rule J7). */
export const Envelope = Exact({
  /** `journalId.seq` */
  id: OperationIdSchema,
  journalId: JournalIdSchema,
  tillId: IdSchema,
  storeId: IdSchema,
  /** Gapless within the journal, from 1. */
  seq: Type.Integer({ minimum: 1, maximum: 9_999_999_999 }),
  /** The till's own clock, raw. */
  at: TimeSchema,
  /** Server clock − till clock in milliseconds when they last met; null = they never did. */
  clockOffset: Nullable(Type.Integer()),
  staffId: IdSchema,
  shiftId: Nullable(IdSchema),
  /** The manager who approved, when that was needed. */
  approvedBy: Nullable(IdSchema),
  type: Type.String({ pattern: '^[a-z]+\\.[a-zA-Z]+$', maxLength: 64 }),
  version: Type.Integer({ minimum: 1 }),
  payload: Type.Unknown(),
  /** Hash of the operation before; of the first, the link the journal was opened with. */
  previousHash: HashSchema,
  /** SHA-256 over the canonical JSON of everything above. */
  hash: HashSchema,
});
export type Envelope = Static<typeof Envelope>;

/** Where a journal starts that links nothing before it. */
export const GENESIS_HASH = '0'.repeat(64);
