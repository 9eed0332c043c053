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
  order_closed: 409,
  idempotency_conflict: 409,
};

/** Why a request is refused and where: a code of the closed list and a JSON pointer into the request. */
export type Refusal = ErrorReply;

/** Ends the request with its one error body. */
export const refuse = (reply: FastifyReply, code: ErrorCode, at = ''): FastifyReply =>
  reply
    .status(STATUS[code])
    .type('application/json')
    .send(JSON.stringify({ code, at } satisfies ErrorReply));
