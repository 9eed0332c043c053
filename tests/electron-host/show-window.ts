import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
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

type Api = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
type Invoke = (channel: string, ...args: readonly unknown[]) => Promise<unknown>;

/** What a built preload exposes, from a world of its own: it has the one module that a sandboxed one may require, and nothing of Node's. */
const exposedBy = async (file: string, invoke: Invoke): Promise<ReadonlyMap<string, Api>> => {
  const exposed = new Map<string, Api>();
  const contextBridge = { exposeInMainWorld: (key: string, api: Api) => exposed.set(key, api) };
  const run = runInNewContext(`(require) => {${await readFile(file, 'utf8')}\n}`) as (
    require: (name: string) => unknown,
  ) => void;
  run((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { ipcRenderer: { invoke }, contextBridge };
  });
  return exposed;
};

/** Gives the page's main frame what the preload exposes, as Electron does: frozen, functions alone, values copied. */
const bridge = async (page: Page, { webContents, options }: HostWindow, told: Told) => {
  const { preload } = options.webPreferences;
  if (preload === undefined) return;
  const exposed = await exposedBy(preload, async (channel, ...args) => {
    const handler = told.calls.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler({ sender: webContents, senderFrame: webContents.mainFrame }, ...args);
  });
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
  await bridge(page, window, told);
  await page.goto(fromOwn(url));
};
