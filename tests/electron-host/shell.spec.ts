import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { type HostedShell, openInHost } from './open-in-host.ts';
import { HOST_ORIGIN } from './show-window.ts';

// The hardening of the desktop app, as docs/security.md lists it. What is shown here ran in the test host, not in Electron.

const SERVER = 'http://localhost:1';

let shell: HostedShell;

/** As the page calls its shell. */
const call = (name: string, text: string): Promise<string> =>
  shell
    .page()
    .evaluate(([a, b]) => (Reflect.get(window, 'omnitill') as Bridge).call(a, b), [
      name,
      text,
    ] as const);

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  // As people write it; all below is of its origin.
  shell = await openInHost(context, `${SERVER}/`);
  await shell.page().getByRole('heading').first().waitFor();
});

test.afterAll(async () => {
  await shell.page().context().close();
  await shell.remove();
});

test('the page reaches its shell by the bridge, and by nothing else', async () => {
  const found = await shell.page().evaluate(async () => ({
    bridge: Object.keys(Reflect.get(window, 'omnitill') as object),
    isFrozen: Object.isFrozen(Reflect.get(window, 'omnitill')),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'hostLine'].filter(
      (name) => name in window,
    ),
    told: await (Reflect.get(window, 'omnitill') as Bridge).call('host.describe', '{}'),
  }));
  expect(found).toMatchObject({ bridge: ['call'], isFrozen: true, node: [] });
  expect(JSON.parse(found.told)).toMatchObject({ ok: true, value: { kind: 'desktop' } });
});

test('a call the registry does not know, or of another shape, comes back as a problem', async () => {
  expect(JSON.parse(await call('__proto__', '{}'))).toMatchObject({
    problem: { type: 'call_unknown' },
  });
  expect(JSON.parse(await call('host.openLink', '{"url":1}'))).toMatchObject({
    problem: { type: 'call_malformed', at: '/url' },
  });
});

test('a frame, another page or a page that is gone gets no answer', async () => {
  const handle = shell.told.calls.get('omnitill:call');
  const mainFrame = { url: 'app://till/' };
  const sender = { mainFrame };
  const ask = async (event: unknown, ...args: unknown[]): Promise<unknown> =>
    JSON.parse(String(await handle?.(event, ...args)));
  const refused = { ok: false, problem: { type: 'call_refused' } };
  expect(await ask({ sender, senderFrame: mainFrame }, 'host.describe', '{}')).toMatchObject({
    ok: true,
  });
  const elsewhere = ['https://evil.example/', 'app://till.evil/', 'app://till@evil/', 'file:///x'];
  for (const senderFrame of [null, { url: 'app://till/' }])
    expect(await ask({ sender, senderFrame }, 'host.describe', '{}')).toEqual(refused);
  for (const url of elsewhere) {
    const frame = { url };
    expect(
      await ask({ sender: { mainFrame: frame }, senderFrame: frame }, 'host.describe', '{}'),
    ).toEqual(refused);
  }
  for (const args of [[{}, '{}'], ['host.describe', {}], ['host.describe']])
    expect(await ask({ sender, senderFrame: mainFrame }, ...args)).toEqual(refused);
});

test('a frame inside the page has no bridge', async () => {
  const hasBridge = await shell.page().evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/icon.svg';
    document.body.append(frame);
    const hasBridge = frame.contentWindow !== null && 'omnitill' in frame.contentWindow;
    frame.remove();
    return hasBridge;
  });
  expect(hasBridge).toBe(false);
});

test('the page goes nowhere else, and opens no window', async () => {
  const page = shell.page();
  const pages = () => page.context().pages().length;
  const before = pages();
  for (const url of ['https://example.com/', `${SERVER}/`, 'data:text/html,x']) {
    await page.evaluate((to) => location.assign(to), url).catch(() => undefined);
    await expect(page.locator('#till')).toBeAttached();
    expect(page.url()).toMatch(new RegExp(`^${HOST_ORIGIN}/`));
  }
  // What Chromium asks, before a window that nobody let open could be seen.
  expect(shell.told.windows[0]?.mayOpen?.()).toEqual({ action: 'deny' });
  await page.evaluate(() => void window.open('https://example.com/'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: 'https://example.com/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect.poll(pages).toBe(before);
  // What Electron asks besides, of a page that Chromium alone has not.
  const isStopped = (name: string, url: string): boolean => {
    let isStopped = false;
    shell.told.windows[0]?.webContents.emit(name, {
      url,
      preventDefault: () => (isStopped = true),
    });
    return isStopped;
  };
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect([name, isStopped(name, 'https://example.com/')]).toEqual([name, true]);
    expect([name, isStopped(name, 'app://till/')]).toEqual([name, false]);
  }
  expect(isStopped('will-attach-webview', 'app://till/')).toBe(true);
});

test('scripts of the page run from the app only; what was written into it does not run', async () => {
  const page = shell.page();
  const ran = await page.evaluate(async () => {
    const tag = document.createElement('script');
    tag.textContent = 'window.planted = 1';
    document.body.append(tag);
    const far = document.createElement('script');
    far.src = 'https://example.com/planted.js';
    const farEnded = new Promise((resolve) => {
      far.addEventListener('load', () => resolve('loaded'));
      far.addEventListener('error', () => resolve('refused'));
    });
    document.body.append(far);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.planted = 2');
    image.src = '/none.png';
    document.body.append(image);
    return { planted: 'planted' in window, far: await farEnded };
  });
  expect(ran).toEqual({ planted: false, far: 'refused' });
});

test('nothing is asked of any machine but the server', async () => {
  const { mayRequest } = shell.told;
  const isLet = (url: string): boolean => {
    let isCanceled = true;
    mayRequest?.({ url }, ({ cancel }) => (isCanceled = cancel === true));
    return !isCanceled;
  };
  for (const url of ['app://till/x.js', `${SERVER}/api/v1/pull`, 'data:,x', 'blob:app://till/1'])
    expect([url, isLet(url)]).toEqual([url, true]);
  const far = [
    'https://example.com/',
    'http://localhost:2/',
    'file:///etc/passwd',
    'ws://evil/',
    'blob:https://evil/1',
    'app://other/',
  ];
  for (const url of far) expect([url, isLet(url)]).toEqual([url, false]);
  const reached = await shell.page().evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reached).toBe('refused');
});

test('camera, microphone, place and devices are denied unasked; only storage and scanners are for the till', () => {
  const { mayHave, mayAsk, mayUseDevice } = shell.told;
  const asked = (permission: string, url: string): boolean => {
    let isGranted = false;
    mayAsk?.({ getURL: () => url }, permission, (granted) => (isGranted = granted));
    return isGranted;
  };
  const denied = [
    'media',
    'display-capture',
    'geolocation',
    'notifications',
    'serial',
    'usb',
    'midi',
    'clipboard-read',
    'openExternal',
    'unknown',
  ];
  for (const permission of denied) {
    expect([permission, mayHave?.(null, permission, 'app://till')]).toEqual([permission, false]);
    expect([permission, asked(permission, 'app://till/')]).toEqual([permission, false]);
  }
  expect(mayHave?.(null, 'persistent-storage', 'app://till')).toBe(true);
  expect(mayHave?.(null, 'persistent-storage', 'https://evil.example')).toBe(false);
  expect(asked('persistent-storage', 'app://till/')).toBe(true);
  expect(asked('persistent-storage', 'https://evil.example/')).toBe(false);
  const scanner = { deviceId: 'scanner', collections: [{ usagePage: 0x8c, usage: 0x02 }] };
  const keyboard = { deviceId: 'keyboard', collections: [{ usagePage: 0x01, usage: 0x06 }] };
  const mayUse = (device: object, deviceType = 'hid', origin = 'app://till') =>
    mayUseDevice?.({ device, deviceType, origin });
  expect(mayUse(scanner)).toBe(true);
  expect(mayUse(keyboard)).toBe(false);
  expect(mayUse(scanner, 'hid', 'https://evil.example')).toBe(false);
  for (const type of ['usb', 'serial']) expect(mayUse({ deviceId: '1' }, type)).toBe(false);
  const chosenOf = (...deviceList: object[]): unknown => {
    let chosen: unknown;
    const event = { preventDefault: () => undefined };
    shell.electron.session.defaultSession.emit(
      'select-hid-device',
      event,
      { deviceList },
      (id: unknown) => (chosen = id),
    );
    return chosen;
  };
  expect(chosenOf(keyboard, scanner)).toBe('scanner');
  expect(chosenOf(keyboard)).toBeNull();
});

test('the app serves its own files and nothing beside them', async () => {
  const status = async (place: string, method = 'GET'): Promise<number> =>
    (await shell.told.serve(new Request(`app://till${place}`, { method }))).status;
  expect(await status('/')).toBe(200);
  expect(await status('/icon.svg')).toBe(200);
  const outside = [
    '/../desktop/boot.js',
    '/%2e%2e/desktop/boot.js',
    '/..%2fdesktop%2fboot.js',
    '/..%5cdesktop%5cboot.js',
    '/%00',
    '/icon.svg%00.js',
    '/C:/x.js',
    '//etc/passwd',
    '/%E0%A4%A',
    '/assets',
  ];
  for (const place of outside) expect([place, await status(place)]).toEqual([place, 404]);
  expect(await status('/', 'POST')).toBe(405);
  expect((await shell.told.serve(new Request('app://other/index.html'))).status).toBe(404);
});

test('what the browser keeps lies in a folder of its own, beside the copy of the journal', () => {
  const { app } = shell.electron;
  expect(path.relative(app.getPath('userData'), app.getPath('sessionData'))).toBe('profile');
});

test('windows are sandboxed and isolated; the app is so as a whole, with no menu of Electron’s', async () => {
  expect(shell.told.isSandboxed).toBe(true);
  expect(shell.told.privileged).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  expect(shell.told.menu).not.toBeUndefined();
  for (const { options } of shell.told.windows) {
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
    });
    for (const risk of [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      // The preload in frames, where the host has none in any case.
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
    ])
      expect(options.webPreferences).not.toHaveProperty(risk);
  }
});

test('a link opens in the system’s browser only when it is head office’s', async () => {
  const open = async (url: string): Promise<unknown> =>
    JSON.parse(await call('host.openLink', JSON.stringify({ url })));
  expect(await open(`${SERVER}/receipts`)).toEqual({ ok: true, value: null });
  const others = [
    'https://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://localhost:1@evil.example/',
    'http://me:secret@localhost:1/',
    'ms-settings:x',
    '',
  ];
  for (const url of others)
    expect([url, await open(url)]).toEqual([url, { ok: false, problem: { type: 'link_refused' } }]);
  expect(shell.told.opened).toEqual([`${SERVER}/receipts`]);
});

test('where the system keeps no secrets the page is told, and the log says so', async () => {
  expect(JSON.parse(await call('host.keepsSecrets', '{}'))).toEqual({ ok: true, value: false });
  expect(await call('log.read', '{}')).toContain('secrets_not_kept');
});

test('an app that is started for what is no server opens nothing, and says why', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const stray = await openInHost(context, 'http://shop.example');
  expect(stray.told.windows).toEqual([]);
  expect(stray.told.hasQuit).toBe(true);
  await stray.remove();
  await context.close();
});

test('a second start shows the first and opens nothing', async ({ browser }) => {
  const context = await browser.newContext();
  const second = await openInHost(context, SERVER, { isFirst: false });
  expect(second.told).toMatchObject({ windows: [], hasQuit: true });
  await second.remove();
  await context.close();
});

test('an installed app with no server asks for its address, and opens anew with it', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const installed = await openInHost(context, null);
  const page = installed.page();
  await expect(page.getByLabel('Enrolment code')).toHaveCount(0);
  await page.getByLabel('Server address').fill('http://shop.example');
  await page.getByRole('button', { name: 'Use this server' }).click();
  await expect(page.getByText('That is no address of a server')).toBeVisible();
  await page.getByLabel('Server address').fill('shop.example');
  await page.getByRole('button', { name: 'Use this server' }).click();
  await expect(page.getByLabel('Enrolment code')).toBeVisible();
  await expect(page.locator('meta[name="omnitill-server"]')).toHaveAttribute(
    'content',
    'https://shop.example',
  );
  await context.close();
  await installed.remove();
});

test('a kiosk does not close, and ends by its PIN or with the machine', async () => {
  const [window] = shell.told.windows;
  const close = (): boolean => {
    let isStopped = false;
    window?.emit('close', { preventDefault: () => (isStopped = true) });
    return !isStopped;
  };
  expect(close()).toBe(true);
  expect(JSON.parse(await call('kiosk.enter', '{"pin":"4321"}'))).toMatchObject({ ok: true });
  expect(window?.isKiosk).toBe(true);
  expect(close()).toBe(false);
  expect(JSON.parse(await call('kiosk.leave', '{"pin":"1234"}'))).toMatchObject({
    problem: { type: 'pin_wrong', triesLeft: 4 },
  });
  expect(window?.isKiosk).toBe(true);
  expect(JSON.parse(await call('kiosk.leave', '{"pin":"4321"}'))).toMatchObject({ ok: true });
  expect(window?.isKiosk).toBe(false);
  expect(close()).toBe(true);
  await call('kiosk.enter', '{"pin":"4321"}');
  shell.electron.powerMonitor.emit('shutdown');
  expect(close()).toBe(true);
});

test('a page that stopped comes back, and the log says so without a word of the page', async () => {
  const page = shell.page();
  const opened = page.waitForEvent('load');
  shell.told.windows[0]?.webContents.emit(
    'render-process-gone',
    {},
    { reason: 'oom', exitCode: 9 },
  );
  await opened;
  const log: unknown = JSON.parse(await call('log.read', '{}'));
  expect(JSON.stringify(log)).toMatch(
    /started version=.*page_gone reason=oom exitCode=9 page=till/,
  );
});

test('a page that stops over and over is given up, and somebody is told what to do', async () => {
  const page = shell.page();
  const { webContents } = shell.told.windows[0] ?? {};
  const stop = () =>
    webContents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  while (shell.told.said.length === 0 && stop());
  expect(shell.told.said).toEqual(['Касса беті бірнеше рет тоқтап қалды']);
  // Its button loads the page again, and each stop from here on is told of.
  await page.waitForEvent('load');
  stop();
  await expect.poll(() => shell.told.said.length).toBe(2);
  await page.waitForEvent('load');
  expect(await call('log.read', '{}')).toContain('page_given_up page=till');
});

test('the customer’s display is a second window without a bridge, opens again with the app and is never shown for the till', async () => {
  expect(JSON.parse(await call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
  await call('display.show', '{}');
  await call('display.show', '{}');
  expect(shell.told.windows).toHaveLength(2);
  const [, display] = shell.told.windows;
  await display?.opening;
  const found = await display?.page?.evaluate(() => ({
    path: location.pathname,
    hasBridge: 'omnitill' in window,
  }));
  expect(found).toEqual({ path: '/display.html', hasBridge: false });
  expect(display?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true });
  await display?.page?.evaluate(() => void window.open('https://example.com/'));
  const focused: string[] = [];
  for (const [index, window] of shell.told.windows.entries())
    window.on('focus', () => focused.push(index === 0 ? 'till' : 'display'));
  shell.electron.app.emit('second-instance');
  expect(focused).toEqual(['till']);
  // One that stopped comes back, and one that does not stay is closed.
  const opened = display?.page?.waitForEvent('load');
  const stop = () =>
    display?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 });
  stop();
  await opened;
  for (let stops = 1; stops < 5; stops += 1) stop();
  expect(JSON.parse(await call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
  await call('display.show', '{}');
  expect(shell.told.windows).toHaveLength(3);
  await shell.told.windows[2]?.opening;
  await call('display.hide', '{}');
  expect(JSON.parse(await call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
});
