import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Services } from '../calls/services.ts';

const isLoopback = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** A name or an address and nothing more: it goes into the page's policy, where other signs would mean something. */
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

/**
 * The origin of an address as a person writes it, or null. Plain http is for this machine only: a page of a secure origin
 * reaches no other server by it, and a till's token is not for every listener.
 */
export const serverOrigin = (address: string): string | null => {
  const text = address.trim();
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return null;
  const { protocol, hostname, origin, username, password } = new URL(whole);
  if (username !== '' || password !== '') return null;
  if (!HOST.test(hostname) || /^https?:(?!\/\/)/i.test(text)) return null;
  const isLet = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isLet ? origin : null;
};

/** The server that the app was started for, by `OMNITILL_SERVER_URL`; null = none was named. */
export const givenServer = (
  environment: NodeJS.ProcessEnv,
): Result<string | null, { readonly type: 'address_invalid' }> => {
  const text = environment['OMNITILL_SERVER_URL'];
  if (text === undefined || text === '') return ok(null);
  const origin = serverOrigin(text);
  return origin === null ? fail({ type: 'address_invalid' }) : ok(origin);
};

/** The server an installed till works with; `remember` keeps it and opens the page anew. */
export const chooseServer = (
  remember: (origin: string) => void,
): Required<Pick<Services, 'server.use'>> => ({
  'server.use': async ({ address }) => {
    const origin = serverOrigin(address);
    if (origin === null) return fail({ type: 'address_invalid' });
    remember(origin);
    return ok(origin);
  },
});
