import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveFeed, type ServedFeed } from '#main/updates/update-feed.fixture.ts';
import { hostedTill } from '../e2e/hosted-till.ts';
import { type Product, startProduct } from '../e2e/product.ts';
import { closeEmpty, openWithFloat } from '../e2e/short-shift.ts';
import { openTill } from '../e2e/till-page.ts';

// The built app as an AppImage that finds a newer one. Feed, download, check and exchange are real; Electron's network, its end
// and the start of a real AppImage are not here: docs/updates.md.

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

let product: Product;
let feed: ServedFeed;
let folder: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  feed = await serveFeed();
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-app-'));
  process.env['APPIMAGE'] = path.join(folder, 'omnitill.AppImage');
  // What has been downloaded lies in the user's cache.
  process.env['XDG_CACHE_HOME'] = path.join(folder, 'cache');
  Object.assign(process, { resourcesPath: folder });
  writeFileSync(process.env['APPIMAGE'], 'the version that runs');
  writeFileSync(
    path.join(folder, 'app-update.yml'),
    `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: omnitill-updater\n`,
  );
  const till = await openTill(
    await browser.newContext(),
    hostedTill(product.serverUrl, path.join(folder, 'data')),
  );
  ({ page } = till);
});

test.afterAll(async () => {
  await page.context().close();
  await product.stop();
  await feed.close();
  delete process.env['APPIMAGE'];
  delete process.env['XDG_CACHE_HOME'];
  rmSync(folder, { recursive: true, force: true });
});

test('a newer version waits for the shift to close, then takes the place of the app', async () => {
  const started = path.join(folder, 'started');
  feed.publish('beta', { version: '0.2.0-beta.1', program: `#!/bin/sh\necho it > "${started}"\n` });
  await page
    .getByRole('button', { name: /manager/i })
    .first()
    .click();
  await page.keyboard.type('2222', TYPING);
  await page.keyboard.press('Enter');
  await openWithFloat(page);

  await page.getByRole('button', { name: 'More' }).click();
  const settings = page.getByRole('dialog');
  await settings.getByText('Early', { exact: true }).click();
  await expect(settings).toContainText('Version 0.2.0-beta.1 is ready', { timeout: 40_000 });
  await expect(settings).toContainText('when the shift is closed');
  await expect(settings.getByRole('button', { name: 'Install now' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Connection and queue/ }).click();
  // The shell is asked every twenty seconds.
  await expect(page.getByRole('dialog')).toContainText('0.2.0-beta.1 is ready', {
    timeout: 40_000,
  });
  await page.keyboard.press('Escape');

  await closeEmpty(page);
  expect(readFileSync(String(process.env['APPIMAGE']), 'utf8')).toBe('the version that runs');

  await page.getByRole('button', { name: 'More' }).click();
  await settings.getByRole('button', { name: 'Install now' }).click();
  await expect.poll(() => existsSync(started)).toBe(true);
  expect(readFileSync(String(process.env['APPIMAGE']), 'utf8')).toContain('#!/bin/sh');
});
