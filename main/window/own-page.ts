import { PAGE_HOST } from '../page/serve-page.ts';

export const SCHEME = 'app';
export const OWN_ORIGIN = `${SCHEME}://${PAGE_HOST}`;

/** Whether an address is one of the app's own pages. */
export const isOwnPage = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === PAGE_HOST && username === '' && password === '';
};
