import type { BrowserContext, Page } from '@playwright/test';
import { openInHost } from '../electron-host/open-in-host.ts';
import { HOST_ORIGIN } from '../electron-host/show-window.ts';

/** Whether the till of these tests is the desktop app in its test host. */
export const isHosted = process.env['OMNITILL_E2E_HOST'] === '1';

const HOSTED = 'hosted:';
const hostedPages = new WeakSet<Page>();

/** Stands for the address of a till in the test host, which works with this server; its data is gone with it, or lies in a folder. */
export const hostedTill = (serverUrl: string, dataFolder: string | null): string =>
  HOSTED + serverUrl + (dataFolder === null ? '' : `#${dataFolder}`);

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
  const [serverUrl = '', dataFolder] = url.slice(HOSTED.length).split('#');
  const hosted = await openInHost(context, serverUrl, { dataFolder });
  context.once('close', () => void hosted.remove());
  hostedPages.add(hosted.page());
  return hosted.page();
};
