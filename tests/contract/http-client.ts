import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** What came back: `body` is parsed JSON where it is that, else text. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
};

export type Call = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; `rawBody` as it is. */
  readonly body?: unknown;
  readonly rawBody?: string;
};

export type Client = (path: string, call?: Call) => Promise<Answer>;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Calls one server with the same headers each time; a call with a body is a POST. */
export const createClient =
  (origin: string, standing: Readonly<Record<string, string>> = {}): Client =>
  async (path, { method, headers = {}, body, rawBody } = {}) => {
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${origin}/api/v1/${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: {
        ...standing,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, body: parse(text), headers: response.headers };
  };

/** The body of a success, checked against its schema; anything else fails the test and says what it was. */
export const expectBody = <Schema extends TSchema>(
  { status, body }: Answer,
  schema: Schema,
): Static<Schema> => {
  if (status >= 300 || !Value.Check(schema, body))
    throw new Error(
      `not the reply expected: ${status} ${JSON.stringify([...Value.Errors(schema, body)].slice(0, 3))} ${JSON.stringify(body).slice(0, 2000)}`,
    );
  return body;
};

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
});
