import { Type, type Static } from 'typebox';
import { IdSchema, JournalIdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema, MinorSchema } from '#shared/kernel/money.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { FiscalDriverName } from '../fiscal/schema.ts';
import { ShiftReport } from './report-schema.ts';

export const ShiftOpening = Exact({
  shiftId: IdSchema,
  /** Gapless per till; the shift's Z report has the same. */
  number: Type.Integer({ minimum: 1 }),
  currency: CurrencySchema,
  float: AmountSchema,
  /** Who registers what happens in it; left out = nobody. */
  fiscal: Type.Optional(FiscalDriverName),
});
export type ShiftOpening = Static<typeof ShiftOpening>;

/** So many notes or coins of one value. */
export const CashPieces = Exact({
  value: AmountSchema,
  pieces: Type.Integer({ minimum: 0, maximum: 100_000 }),
});
export type CashPieces = Static<typeof CashPieces>;

/** One confirmed count of the drawer. A count that is made again does not take the place of the one before. */
export const CashCount = Exact({
  at: TimeSchema,
  staffId: IdSchema,
  /** Whoever counted had not been shown what is expected (rule R4). */
  isBlind: Type.Boolean(),
  pieces: Type.Array(CashPieces),
  counted: AmountSchema,
  expected: MinorSchema,
});
export type CashCount = Static<typeof CashCount>;

/** The Z report: what the till knew of its shift when it was closed, for ever (rule R3). */
export const ShiftClosing = Exact({
  shiftId: IdSchema,
  number: Type.Integer({ minimum: 1 }),
  currency: CurrencySchema,
  openedAt: TimeSchema,
  openedBy: IdSchema,
  /** The last is the one that the shift is closed with. */
  counts: Type.Array(CashCount, { minItems: 1 }),
  counted: AmountSchema,
  expected: MinorSchema,
  /** counted − expected: below zero is a shortage. */
  difference: MinorSchema,
  /** Why they differ, or did when it was counted blind; '' only where they do not. */
  note: Type.String({ maxLength: 400 }),
  report: ShiftReport,
  /** How many operations of each journal the report was made from: what the server must hold to have all of it. */
  operations: Type.Array(
    Exact({ journalId: JournalIdSchema, count: Type.Integer({ minimum: 1 }) }),
  ),
});
export type ShiftClosing = Static<typeof ShiftClosing>;

/** The number of a till's last shift, as far as the server has heard. */
export const LastShift = Exact({ tillId: IdSchema, number: Type.Integer({ minimum: 1 }) });
export type LastShift = Static<typeof LastShift>;
