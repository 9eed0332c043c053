import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { type HostedShell, openInHost } from './open-in-host.ts';
import { OWN_PREFERENCES } from './own-preferences.ts';
import { HOST_ORIGIN } from './show-window.ts';

// What guards the till against its page, as docs/security.md lists it. It ran in the test host, not in Electron.

const SERVER = 'http://localhost:1';

let shell: HostedShell;

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
  expect(JSON.parse(await shell.call('__proto__', '{}'))).toMatchObject({
    problem: { type: 'call_unknown' },
  });
  expect(JSON.parse(await shell.call('host.openLink', '{"url":1}'))).toMatchObject({
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
  for (const url of ['https://example.com/', `${SERVER}/`, 'data:text/html,x', 'file:///']) {
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
    for (const far of ['https://example.com/', 'file:///etc/passwd'])
      expect([name, far, isStopped(name, far)]).toEqual([name, far, true]);
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

test('screens and windows are given to nobody who would record them', () => {
  let given: unknown;
  shell.told.mayCapture?.({}, (streams) => (given = streams));
  expect(given).toEqual({});
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
  // On macOS those for copying and leaving.
  expect(shell.told.menu).toEqual(
    process.platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }] : null,
  );
  expect(shell.told.windows.map(({ options }) => options.webPreferences)).toEqual([
    { ...OWN_PREFERENCES, preload: expect.stringMatching(/preload\.cjs$/) },
  ]);
});

test('a link opens in the system’s browser only when it is head office’s', async () => {
  const open = async (url: string): Promise<unknown> =>
    JSON.parse(await shell.call('host.openLink', JSON.stringify({ url })));
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
