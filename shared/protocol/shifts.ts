import { Type, type Static } from 'typebox';
import { Tender } from '../domain/payment/schema.ts';
import { ShiftClosing } from '../domain/shift/schema.ts';
import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema, MinorSchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';

// Shifts and their Z reports as head office and managers see them.

const Count = Type.Integer({ minimum: 0 });
/** Where the next page begins; opaque. */
const Cursor = Type.String({ minLength: 1, maxLength: 400 });

export const ShiftsQuery = Exact({
  storeId: Type.Optional(IdSchema),
  /** `different` = closed with more or less than was expected. */
  only: Type.Optional(Type.Enum(['different'])),
  cursor: Type.Optional(Cursor),
});
export type ShiftsQuery = Static<typeof ShiftsQuery>;

export const ShiftSummary = Exact({
  shiftId: IdSchema,
  tillId: IdSchema,
  storeId: IdSchema,
  number: Type.Integer({ minimum: 1 }),
  currency: CurrencySchema,
  openedAt: TimeSchema,
  openedByName: Type.String(),
  /** `overdue` = open for over 24 hours; `incomplete` = operations of the Z report are not in effect here. */
  state: Type.Enum(['open', 'overdue', 'incomplete', 'complete']),
  /** Operations of the Z report that are not in effect here; of those `unprocessed` came and wait for a person. */
  missing: Count,
  unprocessed: Count,
  /** null = the shift was not closed, as far as is known. */
  closed: Nullable(
    Exact({
      at: TimeSchema,
      byName: Type.String(),
      counted: AmountSchema,
      expected: MinorSchema,
      difference: MinorSchema,
      /** sales − returns, tax included. */
      netSales: MinorSchema,
    }),
  ),
});
export type ShiftSummary = Static<typeof ShiftSummary>;

/** The latest opened first. */
export const ShiftsReply = Exact({ shifts: Type.Array(ShiftSummary), next: Nullable(Cursor) });
export type ShiftsReply = Static<typeof ShiftsReply>;

/** What was settled after the Z report: dated when it happened, never a rewrite (rule R3). */
export const ShiftAdjustment = Type.Union([
  Exact({
    type: Type.Literal('refund_settled'),
    at: TimeSchema,
    orderId: IdSchema,
    tender: Tender,
    amount: AmountSchema,
  }),
  /** An operation of the shift that the till wrote after closing it. */
  Exact({
    type: Type.Literal('operation'),
    at: TimeSchema,
    operationType: Type.String(),
    /** What it moved: in is positive. */
    amount: MinorSchema,
  }),
]);
export type ShiftAdjustment = Static<typeof ShiftAdjustment>;

export const ShiftDetail = Exact({
  shift: ShiftSummary,
  closing: Nullable(ShiftClosing),
  closedBy: Nullable(IdSchema),
  adjustments: Type.Array(ShiftAdjustment),
  /** Expected cash of the report − that of the operations in effect here; null = not all of them are. */
  unexplained: Nullable(MinorSchema),
  /** Of the people and categories that the report names by id. */
  staffNames: Type.Record(Type.String(), Type.String()),
  categoryNames: Type.Record(Type.String(), LocalizedText),
});
export type ShiftDetail = Static<typeof ShiftDetail>;
