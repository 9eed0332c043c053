import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type HostedShell, openInHost } from './open-in-host.ts';
import { OWN_PREFERENCES } from './own-preferences.ts';

// The windows of the desktop app from start to end: one till, its kiosk, its display, its crashes, and what is kept over them. It ran in the test host.

const SERVER = 'http://localhost:1';

let shell: HostedShell;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  shell = await openInHost(context, SERVER);
  await shell.page().getByRole('heading').first().waitFor();
});

test.afterAll(async () => {
  await shell.page().context().close();
  await shell.remove();
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
  expect(JSON.parse(await shell.call('kiosk.enter', '{"pin":"4321"}'))).toMatchObject({ ok: true });
  expect(window?.isKiosk).toBe(true);
  expect(close()).toBe(false);
  expect(JSON.parse(await shell.call('kiosk.leave', '{"pin":"1234"}'))).toMatchObject({
    problem: { type: 'pin_wrong', triesLeft: 4 },
  });
  expect(window?.isKiosk).toBe(true);
  expect(JSON.parse(await shell.call('kiosk.leave', '{"pin":"4321"}'))).toMatchObject({ ok: true });
  expect(window?.isKiosk).toBe(false);
  expect(close()).toBe(true);
  await shell.call('kiosk.enter', '{"pin":"4321"}');
  shell.electron.powerMonitor.emit('shutdown');
  expect(close()).toBe(true);
});

test('a kiosk ends when who started it asks', async ({ browser }) => {
  const context = await browser.newContext();
  const kiosk = await openInHost(context, SERVER);
  await kiosk.call('kiosk.enter', '{"pin":"4321"}');
  const close = (): boolean => {
    let isStopped = false;
    kiosk.told.windows[0]?.emit('close', { preventDefault: () => (isStopped = true) });
    return !isStopped;
  };
  expect(close()).toBe(false);
  kiosk.terminate();
  expect(kiosk.told.hasQuit).toBe(true);
  expect(close()).toBe(true);
  await context.close();
  await kiosk.remove();
});

test('a kiosk that opens no till is left with its PIN, and gives its log', async ({ browser }) => {
  const context = await browser.newContext();
  const stuck = await openInHost(context, SERVER);
  const page = stuck.page();
  await expect(page.getByLabel('Enrolment code')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toHaveCount(0);
  await stuck.call('kiosk.enter', '{"pin":"4321"}');
  await page.reload();
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await page.keyboard.type('4321');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toHaveCount(0);
  expect(stuck.told.windows[0]?.isKiosk).toBe(false);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the log' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain(' started version=');
  await context.close();
  await stuck.remove();
});

test('a kiosk and the customer’s display are there again after a restart', async ({ browser }) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'omnitill-restart-'));
  const start = async () =>
    openInHost(await browser.newContext(), SERVER, { dataFolder, hasSecondScreen: true });
  const end = async (hosted: HostedShell): Promise<void> => {
    await hosted.page().context().close();
    await hosted.remove();
  };
  const first = await start();
  expect(first.told.windows.map(({ isKiosk }) => isKiosk)).toEqual([false]);
  await first.call('kiosk.enter', '{"pin":"4321"}');
  await first.call('display.show', '{}');
  await first.told.windows.at(-1)?.opening;
  await end(first);

  const second = await start();
  const [till, display] = second.told.windows;
  await display?.opening;
  expect(till?.isKiosk).toBe(true);
  let isStopped = false;
  till?.emit('close', { preventDefault: () => (isStopped = true) });
  expect(isStopped).toBe(true);
  expect(new URL(display?.page?.url() ?? '').pathname).toBe('/display.html');
  await end(second);
  await rm(dataFolder, { recursive: true, force: true });
});

test('the unfinished end of a log is cut off before a page opens the profile', async ({
  browser,
}) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'omnitill-torn-'));
  const ledger = path.join(dataFolder, 'profile/IndexedDB/app_till_0.indexeddb.leveldb');
  await mkdir(ledger, { recursive: true });
  // Less than the head of a record.
  await writeFile(path.join(ledger, '000003.log'), Buffer.from([1, 2, 3]));
  const context = await browser.newContext();
  const hosted = await openInHost(context, SERVER, { dataFolder });
  expect((await stat(path.join(ledger, '000003.log'))).size).toBe(0);
  expect(await hosted.call('log.read', '{}')).toContain('profile_mended');
  await context.close();
  await hosted.remove();
  await rm(dataFolder, { recursive: true, force: true });
});

test('where the system keeps no secrets the page is told, and the log says so', async () => {
  expect(JSON.parse(await shell.call('host.keepsSecrets', '{}'))).toEqual({
    ok: true,
    value: false,
  });
  expect(await shell.call('log.read', '{}')).toContain('secrets_not_kept');
});

test('what the till is known by lies sealed on the disk where the system keeps secrets', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'omnitill-sealed-'));
  const hosted = await openInHost(context, SERVER, { dataFolder, hasKeyring: true });
  const till = {
    tillId: 'till-of-the-test',
    storeId: 'ALM1',
    journalId: 'ALM1-01_1',
    linkHash: '0'.repeat(64),
    earlierJournalIds: [],
    token: 'token-of-the-till',
    keys: { publicKey: '{"x":"public"}', privateKey: '{"d":"private-part"}' },
    spare: null,
  };
  const answer = await hosted.call('mirror.keep', JSON.stringify(till));
  expect(JSON.parse(answer)).toEqual({ ok: true, value: null });
  const file = path.join(dataFolder, 'journal-mirror', till.tillId, 'till.json');
  const kept = await readFile(file, 'utf8');
  for (const secret of ['token-of-the-till', 'private-part']) expect(kept).not.toContain(secret);
  const read = await hosted.call('mirror.kept', JSON.stringify({ tillId: till.tillId }));
  expect(JSON.parse(read)).toEqual({ ok: true, value: till });
  await context.close();
  await hosted.remove();
  await rm(dataFolder, { recursive: true, force: true });
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
  const log: unknown = JSON.parse(await shell.call('log.read', '{}'));
  expect(JSON.stringify(log)).toMatch(
    /started version=.*page_gone reason=oom exitCode=9 page=till/,
  );
});

test('a page that stops over and over is given up, and somebody is told what to do', async () => {
  const page = shell.page();
  const { webContents } = shell.told.windows[0] ?? {};
  const stop = () =>
    webContents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  // More often than it is loaded again.
  for (let stops = 0; stops < 10 && shell.told.said.length === 0; stops += 1) stop();
  expect(shell.told.said).toEqual(['Касса беті бірнеше рет тоқтап қалды']);
  // Its button loads the page again, and each stop from here on is told of.
  await page.waitForEvent('load');
  stop();
  await expect.poll(() => shell.told.said.length).toBe(2);
  await page.waitForEvent('load');
  expect(await shell.call('log.read', '{}')).toContain('page_given_up page=till');
});

test('the customer’s display is a second window without a bridge, opens again with the app and is never shown for the till', async () => {
  expect(JSON.parse(await shell.call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
  await shell.call('display.show', '{}');
  await shell.call('display.show', '{}');
  expect(shell.told.windows).toHaveLength(2);
  const [, display] = shell.told.windows;
  await display?.opening;
  const found = await display?.page?.evaluate(() => ({
    path: location.pathname,
    hasBridge: 'omnitill' in window,
  }));
  expect(found).toEqual({ path: '/display.html', hasBridge: false });
  expect(display?.options.webPreferences).toEqual(OWN_PREFERENCES);
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
  expect(JSON.parse(await shell.call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
  await shell.call('display.show', '{}');
  expect(shell.told.windows).toHaveLength(3);
  await shell.told.windows[2]?.opening;
  await shell.call('display.hide', '{}');
  expect(JSON.parse(await shell.call('display.describe', '{}'))).toMatchObject({
    value: { isShown: false },
  });
});

test('the customer’s display goes with the screen that it stands on, and comes back with it', async () => {
  const isShown = async (): Promise<unknown> =>
    JSON.parse(await shell.call('display.describe', '{}'));
  shell.told.screens.push({ id: 2 });
  await shell.call('display.show', '{}');
  await shell.told.windows.at(-1)?.opening;
  // Another one, which nothing of the till's stands on.
  shell.electron.screen.emit('display-removed', {}, { id: 3 });
  expect(await isShown()).toMatchObject({ value: { isShown: true } });
  shell.told.screens.pop();
  shell.electron.screen.emit('display-removed', {}, { id: 2 });
  expect(await isShown()).toMatchObject({ value: { isShown: false } });
  shell.told.screens.push({ id: 2 });
  shell.electron.screen.emit('display-added', {}, { id: 2 });
  expect(await isShown()).toMatchObject({ value: { isShown: true } });
  await shell.told.windows.at(-1)?.opening;
  await shell.call('display.hide', '{}');
  // Tried beside the till, it goes over to the screen that is switched on later.
  shell.told.screens.pop();
  await shell.call('display.show', '{}');
  await shell.told.windows.at(-1)?.opening;
  const tried = shell.told.windows.length;
  shell.told.screens.push({ id: 2 });
  shell.electron.screen.emit('display-added', {}, { id: 2 });
  expect(shell.told.windows).toHaveLength(tried + 1);
  await shell.told.windows.at(-1)?.opening;
  // What else is plugged in changes nothing.
  shell.electron.screen.emit('display-added', {}, { id: 3 });
  expect(shell.told.windows).toHaveLength(tried + 1);
  await shell.call('display.hide', '{}');
  shell.electron.screen.emit('display-added', {}, { id: 4 });
  expect(await isShown()).toMatchObject({ value: { isShown: false } });
});
