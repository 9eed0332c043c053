import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { ErrorReply } from '#shared/protocol/errors.ts';
import type { TransportProblem } from './transport.ts';

/** A server that says nothing for so long, in milliseconds, counts as not answering; a slow one goes on saying it. */
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

/** Aborts after `SILENCE` in which nothing was heard. */
const listenPatiently = () => {
  const stopping = new AbortController();
  const giveUp = (): void => stopping.abort();
  let timer = setTimeout(giveUp, SILENCE);
  const rest = (): void => clearTimeout(timer);
  const heard = (): void => {
    rest();
    timer = setTimeout(giveUp, SILENCE);
  };
  return { signal: stopping.signal, heard, rest };
};

/** The response, of which each piece that arrives is heard. */
const heardThrough = ({ body, ok: isOk }: Response, heard: () => void): Response => {
  const listening = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, passing) => {
      heard();
      passing.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(listening) ?? null, { status: isOk ? 200 : 500 });
};

/** Posts JSON and checks the reply by its schema; nothing that fails the schema gets in. */
export const post = async <Schema extends TSchema>(
  parts: HttpParts,
  path: string,
  body: unknown,
  schema: Schema,
): Promise<Result<Static<Schema>, TransportProblem>> => {
  const { signal, heard, rest } = listenPatiently();
  try {
    const token = await parts.token();
    const answer = await parts.fetch(`${parts.serverUrl}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
    heard();
    const response = heardThrough(answer, heard);
    if (!response.ok) return fail(await problemOf(response));
    const reply: unknown = await response.json();
    return Value.Check(schema, reply) ? ok(reply) : fail({ type: 'refused', code: 'malformed' });
  } catch {
    return fail({ type: parts.isOnline() ? 'server_silent' : 'no_network' });
  } finally {
    rest();
  }
};
