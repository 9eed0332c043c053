import type { BrowserContext, Page } from '@playwright/test';
import { openInHost } from '../electron-host/open-in-host.ts';
import { HOST_ORIGIN } from '../electron-host/show-window.ts';

/** Whether the till of these tests is the desktop app in its test host. */
export const isHosted = process.env['OMNITILL_E2E_HOST'] === '1';

const HOSTED = 'hosted:';
const hostedPages = new WeakSet<Page>();

/** Stands for the address of a till in the test host, which works with this server. */
export const hostedTill = (serverUrl: string): string => HOSTED + serverUrl;

/** The till's page in a context's first window, or in a further one: in a browser, or as the desktop app in its test host. */
export const openTillPage = async (
  context: BrowserContext,
  url: string,
  isFurther = false,
): Promise<Page> => {
  const [first] = isFurther ? [] : context.pages();
  if (!url.startsWith(HOSTED)) {
    const page = first ?? (await context.newPage());
    await page.goto(url);
    return page;
  }
  if (first && hostedPages.has(first)) {
    await first.goto(`${HOST_ORIGIN}/`);
    return first;
  }
  const hosted = await openInHost(context, url.slice(HOSTED.length));
  context.once('close', () => void hosted.remove());
  hostedPages.add(hosted.page());
  return hosted.page();
};
