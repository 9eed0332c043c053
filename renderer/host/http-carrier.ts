import type { Carrier } from './shell.ts';

/** A host that says nothing for so long, in milliseconds, counts as gone; a slow printer is given its time. */
const SILENCE = 60_000;

/** Calls over HTTP to the web host that served the page. Its cookie is asked for when it is missing or of a host before. */
export const createHttpCarrier =
  (send: (path: string, init: RequestInit) => Promise<Response>): Carrier =>
  async (name, text) => {
    const post = (path: string, body: string | null): Promise<Response> =>
      send(`/host/${path}`, {
        method: 'POST',
        headers: body === null ? {} : { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(SILENCE),
      });
    const call = (): Promise<Response> => post(`calls/${name}`, text);
    const first = await call();
    if (first.status !== 403) return first.text();
    await post('session', null);
    return (await call()).text();
  };
