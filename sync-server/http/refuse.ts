import type { FastifyReply } from 'fastify';
import type { ErrorCode, ErrorReply } from '#shared/protocol/errors.ts';

const STATUS: Record<ErrorCode, number> = {
  malformed: 400,
  too_large: 413,
  too_many_requests: 429,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  unavailable: 503,
  internal: 500,
  enrolment_code_invalid: 403,
  till_revoked: 403,
  journal_unknown: 404,
  unknown_store: 422,
  unknown_sku: 422,
  wrong_currency: 422,
  amount_invalid: 422,
  price_changed: 409,
  promo_code_refused: 422,
  not_available: 409,
  order_closed: 409,
  idempotency_conflict: 409,
  in_future: 422,
  taken: 409,
  already_resolved: 409,
  action_not_offered: 409,
  contradicts_itself: 422,
  tax_rate_missing: 422,
};

/** Sets the status of a refusal that was worded elsewhere, and returns it. */
export const refuseAs = (reply: FastifyReply, refusal: ErrorReply): ErrorReply => {
  reply.status(STATUS[refusal.code]);
  return refusal;
};

/**
 * Sets the status of a refusal and returns its body, for a handler to return and a hook to send. `at` is a JSON
 * pointer to what is wrong in the request.
 */
export const refuse = (reply: FastifyReply, code: ErrorCode, at = ''): ErrorReply =>
  refuseAs(reply, { code, at });
