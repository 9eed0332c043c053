import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { HostWindow, Told } from './told.ts';

/** Stands for `app://till`: Chromium alone does not know that scheme. */
export const HOST_ORIGIN = 'https://till.app.invalid';
const OWN_ORIGIN = 'app://till';

const toOwn = (url: string): string => url.replace(HOST_ORIGIN, OWN_ORIGIN);

/** Every request of the window: judged by the shell's handlers before anything is sent, and its own pages served by its protocol handler. */
const answerRequest =
  ({ webContents }: HostWindow, told: Told, page: Page) =>
  async (route: Route): Promise<void> => {
    const request = route.request();
    const url = toOwn(request.url());
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = isNavigation && request.frame() === page.mainFrame();
    let isDenied = false;
    const event = { url, isMainFrame, preventDefault: () => (isDenied = true) };
    if (isNavigation) webContents.emit('will-frame-navigate', event);
    if (isMainFrame) webContents.emit('will-navigate', event);
    // A page that may not go elsewhere stays where it is.
    if (isDenied) return route.abort('aborted');
    told.mayRequest?.({ url }, ({ cancel }) => (isDenied = cancel === true));
    if (isDenied) return route.abort('blockedbyclient');
    if (!url.startsWith(`${OWN_ORIGIN}/`)) return route.fallback();
    const reply = await told.serve(new Request(url, { method: request.method() }));
    if (isMainFrame) webContents.mainFrame.url = url;
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.from(await reply.arrayBuffer()),
    });
  };

type Api = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** What the window's preload exposes, from a world of its own: it has the one module that a sandboxed one may require, and nothing of Node's. */
const exposedBy = async (preload: string, { webContents }: HostWindow, { calls }: Told) => {
  const exposed = new Map<string, Api>();
  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const handler = calls.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler({ sender: webContents, senderFrame: webContents.mainFrame }, ...args);
  };
  const exposeInMainWorld = (key: string, api: Api) => exposed.set(key, api);
  const electron = { ipcRenderer: { invoke }, contextBridge: { exposeInMainWorld } };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  runInNewContext(await readFile(preload, 'utf8'), { require });
  return exposed;
};

/** Gives the page's main frame what the preload exposes, as Electron does: frozen, functions alone, values copied. */
const bridge = async (page: Page, exposed: ReadonlyMap<string, Api>): Promise<void> => {
  await page.exposeBinding('hostLine', (_source, key: string, name: string, args: unknown[]) =>
    exposed.get(key)?.[name]?.(...args),
  );
  await page.addInitScript(
    (apis) => {
      const line = Reflect.get(window, 'hostLine') as (...args: unknown[]) => Promise<unknown>;
      Reflect.deleteProperty(window, 'hostLine');
      if (window !== window.top) return;
      for (const [key, names] of apis) {
        const calls = names.map((name) => [name, (...args: unknown[]) => line(key, name, args)]);
        const value: unknown = Object.freeze(Object.fromEntries(calls));
        Object.defineProperty(window, key, { value, enumerable: true });
      }
    },
    [...exposed].map(([key, api]) => [key, Object.keys(api)] as const),
  );
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
  const { preload } = window.options.webPreferences;
  if (preload !== undefined) await bridge(page, await exposedBy(preload, window, told));
  await page.goto(url.replace(OWN_ORIGIN, HOST_ORIGIN));
};
