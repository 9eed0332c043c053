import { ErrorReply } from '#shared/protocol/errors.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

/** The refusals a route names in its description; any route may also answer 500. */
export const errorReplies = <Known extends Status>(
  ...statuses: readonly Known[]
): Record<Known, typeof ErrorReply> =>
  Object.fromEntries(statuses.map((status) => [status, ErrorReply])) as Record<
    Known,
    typeof ErrorReply
  >;
