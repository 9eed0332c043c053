import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type ErrorCode, ErrorReply } from '#shared/protocol/errors.ts';

/** `network`: nobody answered, or not the server. `at`: what is wrong in the request, a JSON pointer. */
export type RequestProblem =
  | { readonly type: 'network' }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly at: string };

/** A server that says nothing for so long, in milliseconds, counts as not answering. */
const SILENCE = 20_000;

const DASHBOARD = '/api/v1/dashboard/';

const readReply = async <Schema extends TSchema>(
  response: Response,
  schema: Schema,
): Promise<Result<Static<Schema>, RequestProblem>> => {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok)
    return fail(
      Value.Check(ErrorReply, body)
        ? { type: 'refused', code: body.code, at: body.at }
        : { type: 'network' },
    );
  return Value.Check(schema, body) ? ok(body) : fail({ type: 'refused', code: 'internal', at: '' });
};

/** Asks this server for a path; a reply that fails the schema does not get in. */
export const send = async <Schema extends TSchema>(
  path: string,
  init: RequestInit,
  schema: Schema,
): Promise<Result<Static<Schema>, RequestProblem>> => {
  const timeout = AbortSignal.timeout(SILENCE);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    const response = await fetch(path, { ...init, signal });
    return await readReply(response, schema);
  } catch {
    return fail({ type: 'network' });
  }
};

export type Query = Readonly<Record<string, string | undefined>>;

export const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** Reads from the dashboard's API; a reply that fails the schema does not get in. Empty parts of the query are left out. */
export const read = <Schema extends TSchema>(
  path: string,
  query: Query,
  schema: Schema,
  signal: AbortSignal,
): Promise<Result<Static<Schema>, RequestProblem>> =>
  send(`${DASHBOARD}${withQuery(path, query)}`, { signal }, schema);

/** Asks the server to do something; PUT = to make something be as the body says. */
export const act = <Schema extends TSchema>(
  path: string,
  body: object,
  schema: Schema,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Result<Static<Schema>, RequestProblem>> =>
  send(
    `${DASHBOARD}${path}`,
    {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    schema,
  );
