import { Type, type Static } from 'typebox';
import { ActIdSchema, OperationIdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';

/** Who registers what happens at a till; `simulated` registers nothing with anybody, to try things out. */
export const FiscalDriverName = Type.Enum(['none', 'simulated']);
export type FiscalDriverName = Static<typeof FiscalDriverName>;

/** What is registered: a document of its own each. */
export const FiscalKind = Type.Enum([
  'sale',
  'refund',
  'cash_in',
  'cash_out',
  'shift_opened',
  'shift_closed',
]);
export type FiscalKind = Static<typeof FiscalKind>;

/** Under which somebody pays tax: how it is written is for the driver to say. */
export const TaxNumberSchema = Type.String({ minLength: 1, maxLength: 40 });

const MAX_HOURS = 24 * 366;

/** How a store registers, and what its country lets pass meanwhile. Nothing else in Omnitill knows a country. */
export const FiscalSettings = Exact({
  driver: FiscalDriverName,
  /** So long at a stretch a till may sell without its documents reaching the authority; null = nobody limits it. */
  offlineHours: Nullable(Type.Integer({ minimum: 1, maximum: MAX_HOURS })),
  /** The same, of all stretches of a calendar month. */
  offlineHoursPerMonth: Nullable(Type.Integer({ minimum: 1, maximum: MAX_HOURS })),
  /** The longest shift that is registered. */
  shiftHours: Type.Integer({ minimum: 1, maximum: MAX_HOURS }),
});
export type FiscalSettings = Static<typeof FiscalSettings>;

export const DEFAULT_FISCAL: FiscalSettings = {
  driver: 'none',
  offlineHours: 72,
  offlineHoursPerMonth: null,
  shiftHours: 24,
};

/** `offline`: registered by the device alone, to be sent to the authority later. */
const FiscalMode = Type.Enum(['online', 'offline']);

/** What the driver gave a document: it stands on the customer's paper. */
export const FiscalProof = Exact({
  number: Type.String({ minLength: 1, maxLength: 64 }),
  /** Whatever the device or the authority signs with; '' = nothing. */
  sign: Type.String({ maxLength: 200 }),
  /** Text of its square code; null = it has none. */
  code: Nullable(Type.String({ minLength: 1, maxLength: 400 })),
  mode: FiscalMode,
});
export type FiscalProof = Static<typeof FiscalProof>;

/** Of one operation and kind the same at every try, so that it is registered once. */
export const FiscalDocumentId = ActIdSchema;

/** A document of an order, as it was registered. */
export const FiscalRecord = Exact({
  documentId: FiscalDocumentId,
  /** What is registered: the sale, the return. */
  operationId: OperationIdSchema,
  kind: FiscalKind,
  at: TimeSchema,
  ...FiscalProof.properties,
});
export type FiscalRecord = Static<typeof FiscalRecord>;

/** Why a document is not registered. `refused`: for good; all others are tried again. */
export const FiscalFailure = Type.Enum([
  'refused',
  'device_missing',
  'numbers_used_up',
  'no_answer',
]);
export type FiscalFailure = Static<typeof FiscalFailure>;
