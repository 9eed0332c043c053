import { fail, ok } from '#shared/kernel/result.ts';
import type { Services } from './services.ts';

/** Whether a link is head office's: of the server's own origin, in a browser's scheme, and with nobody's password in it. */
const isHeadOffice = (url: string, serverUrl: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, origin, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && origin === serverUrl && username === '' && password === '';
};

/** Opens addresses in the system's browser: those of the server and no others. */
export const openLinks = (
  serverUrl: () => string,
  open: (url: string) => Promise<void>,
): Required<Pick<Services, 'host.openLink'>> => ({
  'host.openLink': async ({ url }) => {
    if (!isHeadOffice(url, serverUrl())) return fail({ type: 'link_refused' });
    await open(new URL(url).href);
    return ok(null);
  },
});
