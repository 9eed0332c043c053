import { SILENCE } from './bridge-carrier.ts';
import { ownPage } from './page-id.ts';
import type { Carrier } from './shell.ts';

/** Calls over HTTP to the web host that served the page. Its cookie is asked for when it is missing or of a host before. */
export const createHttpCarrier =
  (send: (path: string, init: RequestInit) => Promise<Response>): Carrier =>
  async (name, text) => {
    const post = (path: string, body: string | null): Promise<Response> =>
      send(`/host/${path}`, {
        method: 'POST',
        headers: body === null ? {} : { ...ownPage, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(SILENCE),
      });
    const call = (): Promise<Response> => post(`calls/${name}`, text);
    const first = await call();
    if (first.status !== 403) return first.text();
    await post('session', null);
    return (await call()).text();
  };
