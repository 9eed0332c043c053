import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test';
import type { HostWindow, Told } from './told.ts';
import { isolatedWorld, mainWorld } from './worlds.ts';

/** Stands for `app://till`: Chromium alone does not know that scheme. */
export const HOST_ORIGIN = 'https://till.app.invalid';
const OWN_ORIGIN = 'app://till';

const toOwn = (url: string): string => url.replace(HOST_ORIGIN, OWN_ORIGIN);
const fromOwn = (url: string): string => url.replace(OWN_ORIGIN, HOST_ORIGIN);

/** Chromium's name of a permission, and Electron's. What no handler judges, Electron grants. */
const PERMISSIONS = {
  camera: 'media',
  microphone: 'media',
  geolocation: 'geolocation',
  'local-network-access': 'loopback-network',
} as const;

const grant = async (context: BrowserContext, told: Told): Promise<void> => {
  const granted = Object.entries(PERMISSIONS).filter(
    ([, name]) => told.mayHave === null || told.mayHave(null, name, OWN_ORIGIN),
  );
  await context.grantPermissions(
    granted.map(([name]) => name),
    { origin: HOST_ORIGIN },
  );
};

/** Whether the shell lets a frame go to an address: asked as Electron asks, before anything is sent. */
const mayNavigate = ({ contents }: HostWindow, url: string, isMainFrame: boolean): boolean => {
  let stays = false;
  const event = { url: toOwn(url), isMainFrame, preventDefault: () => (stays = true) };
  contents.emit('will-frame-navigate', event);
  if (isMainFrame) contents.emit('will-navigate', event);
  return !stays;
};

const mayRequest = ({ mayRequest: judge }: Told, url: string): boolean => {
  let isCanceled = false;
  judge?.({ url: toOwn(url) }, ({ cancel }) => (isCanceled = cancel === true));
  return !isCanceled;
};

/** Every request of the window: judged by the shell's handlers, and its own pages served by the shell's protocol handler. */
const answerRequest =
  (shown: HostWindow, told: Told, page: Page) =>
  async (route: Route): Promise<void> => {
    const request = route.request();
    const url = request.url();
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = isNavigation && request.frame() === page.mainFrame();
    if (isNavigation && !mayNavigate(shown, url, isMainFrame)) return route.abort('aborted');
    if (!mayRequest(told, url)) return route.abort('blockedbyclient');
    if (!url.startsWith(`${HOST_ORIGIN}/`)) return route.fallback();
    const reply = await told.serve(new Request(toOwn(url), { method: request.method() }));
    if (isMainFrame) shown.contents.mainFrame.url = toOwn(url);
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.from(await reply.arrayBuffer()),
    });
  };

/** The preload in its isolated world, where alone the line to the shell is to be had. */
const injectPreload = async (line: CDPSession, shown: HostWindow, told: Told): Promise<void> => {
  const { preload } = shown.options.webPreferences;
  if (preload === undefined) return;
  const code = readFileSync(preload, 'utf8');
  line.on('Runtime.bindingCalled', ({ payload, executionContextId: contextId }) => {
    const { id, channel, args } = JSON.parse(payload) as {
      id: number;
      channel: string;
      args: unknown[];
    };
    const { contents } = shown;
    const settle = (how: 'resolve' | 'reject', value: unknown): void =>
      void line
        .send('Runtime.evaluate', {
          contextId,
          expression: `hostSettle(${id}, '${how}', ${JSON.stringify(value)})`,
        })
        .catch(() => undefined); // The page that asked is gone: nobody hears the answer.
    const handle = async (): Promise<unknown> => {
      const handler = told.calls.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return handler({ sender: contents, senderFrame: contents.mainFrame }, ...args);
    };
    handle().then(
      (value) => settle('resolve', value),
      (error: unknown) =>
        settle('reject', `Error invoking remote method '${channel}': ${String(error)}`),
    );
  });
  await line.send('Page.enable');
  await line.send('Runtime.enable');
  await line.send('Runtime.addBinding', { name: 'hostLine', executionContextName: 'preload' });
  await line.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld });
  await line.send('Page.addScriptToEvaluateOnNewDocument', {
    source: isolatedWorld(code),
    worldName: 'preload',
  });
};

/** Opens the window's page in Chromium, with everything that Electron would put around it. */
export const showWindow = async (
  context: BrowserContext,
  shown: HostWindow,
  told: Told,
  url: string,
): Promise<void> => {
  const page =
    context.pages().find((each) => each.url() === 'about:blank') ?? (await context.newPage());
  shown.page = page;
  await grant(context, told);
  page.on('popup', (popup) => {
    if (shown.mayOpen?.().action === 'deny') void popup.close();
  });
  await page.route('**/*', answerRequest(shown, told, page));
  await injectPreload(await context.newCDPSession(page), shown, told);
  await page.goto(fromOwn(url));
};
