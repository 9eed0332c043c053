import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';

/** The closed list of what a request can be told. Operations are never refused: they are quarantined. */
export const ErrorCode = Type.Enum([
  'malformed',
  'too_large',
  'too_many_requests',
  'unauthenticated',
  'forbidden',
  'not_found',
  'unavailable',
  'internal',
  'enrolment_code_invalid',
  'till_revoked',
  'journal_unknown',
  'unknown_store',
  'unknown_sku',
  'wrong_currency',
  'amount_invalid',
  'price_changed',
  'promo_code_refused',
  'not_available',
  'order_closed',
  'idempotency_conflict',
  'in_future',
  'taken',
  'already_resolved',
  'action_not_offered',
  'contradicts_itself',
  'tax_rate_missing',
]);
export type ErrorCode = Static<typeof ErrorCode>;

/** Body of every error reply; `at` is a JSON pointer to what is wrong, '' for the whole request. */
export const ErrorReply = Exact({
  code: ErrorCode,
  at: Type.String(),
  /** Further places of the same fault. */
  also: Type.Optional(Type.Array(Type.String())),
});
export type ErrorReply = Static<typeof ErrorReply>;
