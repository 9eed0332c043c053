import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, ErrorReply } from '#shared/protocol/errors.ts';
import { StoreUnavailable } from '../store/store.ts';
import { refuse } from './refuse.ts';
import { SchemaMismatch } from './validator.ts';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  406: 'malformed',
  413: 'too_large',
  414: 'too_large',
  415: 'malformed',
  429: 'too_many_requests',
};

/** What the database says of text that it cannot hold, such as a NUL character: the request is at fault. */
const NO_TEXT = '22021';

/** What the database's driver says when the database is away or overloaded (SQLSTATE classes 08, 53, 57). */
const isDatabaseAway = (error: FastifyError): boolean =>
  error instanceof StoreUnavailable || isConnectionError(error);

const isConnectionError = ({ code, message }: FastifyError): boolean =>
  /^(08|53|57)|^ECONN|^ENOTFOUND$|^ETIMEDOUT$|^EPIPE$/.test(code) ||
  /connection terminated|timeout exceeded when trying to connect|pool after calling end/i.test(
    message,
  );

/** Sets the status of whatever went wrong, and returns it as one of the closed list; only bugs and outages are logged as errors. */
export const refuseError = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): ErrorReply => {
  if (error instanceof SchemaMismatch) return refuse(reply, error.code, error.at);
  const known = CODE_BY_STATUS[error.statusCode ?? 500];
  if (known) return refuse(reply, known);
  if (error.code === NO_TEXT) return refuse(reply, 'malformed');
  request.log.error({ err: error }, 'request failed');
  return refuse(reply, isDatabaseAway(error) ? 'unavailable' : 'internal');
};

export const handleError = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => reply.type('application/json').send(refuseError(error, request, reply));
