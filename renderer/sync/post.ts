import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { ErrorReply } from '#shared/protocol/errors.ts';
import type { TransportProblem } from './transport.ts';

/** A server that says nothing for so long, in milliseconds, counts as not answering. */
const SILENCE = 20_000;

export type HttpParts = {
  /** Origin of the server, without a slash at its end. */
  readonly serverUrl: string;
  readonly token: () => Promise<string | null>;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
};

const problemOf = async (response: Response): Promise<TransportProblem> => {
  const body: unknown = await response.json().catch(() => null);
  if (Value.Check(ErrorReply, body)) return { type: 'refused', code: body.code };
  return { type: 'server_silent' };
};

/** Posts JSON and checks the reply by its schema; nothing that fails the schema gets in. */
export const post = async <Schema extends TSchema>(
  parts: HttpParts,
  path: string,
  body: unknown,
  schema: Schema,
): Promise<Result<Static<Schema>, TransportProblem>> => {
  try {
    const token = await parts.token();
    const response = await parts.fetch(`${parts.serverUrl}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(SILENCE),
    });
    if (!response.ok) return fail(await problemOf(response));
    const reply: unknown = await response.json();
    return Value.Check(schema, reply) ? ok(reply) : fail({ type: 'refused', code: 'malformed' });
  } catch {
    return fail({ type: parts.isOnline() ? 'server_silent' : 'no_network' });
  }
};
