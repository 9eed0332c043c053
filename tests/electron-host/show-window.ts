import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { HostWindow, Told } from './told.ts';

/** Stands for `app://till`: Chromium alone does not know that scheme. */
export const HOST_ORIGIN = 'https://till.app.invalid';
const OWN_ORIGIN = 'app://till';

const toOwn = (url: string): string => url.replace(HOST_ORIGIN, OWN_ORIGIN);
const fromOwn = (url: string): string => url.replace(OWN_ORIGIN, HOST_ORIGIN);

/** Whether the shell lets a frame go to an address: asked as Electron asks, before anything is sent. */
const mayNavigate = ({ webContents }: HostWindow, url: string, isMainFrame: boolean): boolean => {
  let stays = false;
  const event = { url: toOwn(url), isMainFrame, preventDefault: () => (stays = true) };
  webContents.emit('will-frame-navigate', event);
  if (isMainFrame) webContents.emit('will-navigate', event);
  return !stays;
};

const mayRequest = ({ mayRequest: judge }: Told, url: string): boolean => {
  let isCanceled = false;
  judge?.({ url: toOwn(url) }, ({ cancel }) => (isCanceled = cancel === true));
  return !isCanceled;
};

/** Every request of the window: judged by the shell's handlers, and its own pages served by the shell's protocol handler. */
const answerRequest =
  (window: HostWindow, told: Told, page: Page) =>
  async (route: Route): Promise<void> => {
    const request = route.request();
    const url = request.url();
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = isNavigation && request.frame() === page.mainFrame();
    if (isNavigation && !mayNavigate(window, url, isMainFrame)) return route.abort('aborted');
    if (!mayRequest(told, url)) return route.abort('blockedbyclient');
    if (!url.startsWith(`${HOST_ORIGIN}/`)) return route.fallback();
    const reply = await told.serve(new Request(toOwn(url), { method: request.method() }));
    if (isMainFrame) window.frame.url = toOwn(url);
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.from(await reply.arrayBuffer()),
    });
  };

/** Runs the preload in the page's main frame: it has the one module that a sandboxed one may require. */
const preload = async (page: Page, { webContents, options }: HostWindow, told: Told) => {
  const { preload: file } = options.webPreferences;
  if (file === undefined) return;
  await page.exposeBinding('hostLine', (_source, channel: string, ...args: unknown[]) => {
    const handler = told.calls.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler({ sender: webContents, senderFrame: webContents.mainFrame }, ...args);
  });
  await page.addInitScript(`{
    const invoke = window.hostLine;
    delete window.hostLine;
    const exposeInMainWorld = (key, api) =>
      Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
    const electron = { ipcRenderer: { invoke }, contextBridge: { exposeInMainWorld } };
    const require = (name) => {
      if (name !== 'electron') throw new Error('module not found: ' + name);
      return electron;
    };
    if (window === window.top) (() => {${await readFile(file, 'utf8')}
    })();
  }`);
};

/** Opens the window's page in Chromium, with everything that Electron would put around it. */
export const showWindow = async (
  context: BrowserContext,
  window: HostWindow,
  told: Told,
  url: string,
): Promise<void> => {
  const page =
    context.pages().find((each) => each.url() === 'about:blank') ?? (await context.newPage());
  window.page = page;
  // What Electron asks the shell's handlers, Chromium alone asks a person.
  await context.grantPermissions(['local-network-access'], { origin: HOST_ORIGIN });
  page.on('popup', (popup) => {
    if (window.mayOpen?.().action === 'deny') void popup.close();
  });
  await page.route('**/*', answerRequest(window, told, page));
  await preload(page, window, told);
  await page.goto(fromOwn(url));
};
