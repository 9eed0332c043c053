import { protocol } from 'electron';
import { type PageParts, servePage } from '../page/serve-page.ts';
import { SCHEME } from './own-page.ts';

/** Before the app is ready: the scheme is an origin like a web site's, and a secure one (rule T2). */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

export const serveAppScheme = (parts: PageParts): void => protocol.handle(SCHEME, servePage(parts));
