import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createServices } from '#main/calls/create-services.ts';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { createWebHost, type WebHost } from '#main/web-host/create-web-host.ts';
import type { ShiftsReply } from '#shared/protocol/shifts.ts';
import { signInToHeadOffice } from './head-office.ts';
import { hostedTill, isHosted } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
import { closeEmpty, openWithFloat } from './short-shift.ts';
import { openShift, openTill, type TillPage } from './till-page.ts';

// Two computers are two web hosts with a mirror each (in the test host: two installed apps), and two browsers.

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };
const PASSPHRASE = 'carried by hand';

test.describe.configure({ mode: 'serial' });

let product: Product;
let folder: string;
let other: WebHost;
let till: TillPage;

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ hasMirror: true });
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-moved-'));
  const mirror = openJournalMirror({
    folder: path.join(folder, 'journal-mirror'),
    now: () => new Date().toISOString(),
  });
  other = await createWebHost({
    port: 0,
    folder: path.resolve(import.meta.dirname, '../../dist/till'),
    serverUrl: product.serverUrl,
    services: createServices({ kind: 'browser', version: '0', mirror }),
  });
  till = await openTill(await browser.newContext(), product.tillUrl);
});

test.afterAll(async () => {
  await till?.page.context().close();
  await other?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

const signInAsManager = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /manager/i })
    .first()
    .click();
  await page.keyboard.type('2222', TYPING);
  await page.keyboard.press('Enter');
};

const stopped = (page: Page) =>
  page.getByRole('heading', { name: 'ALM1-01 has stopped on this computer' });

test('J1: a till stops on its computer, shift closed, and is saved to a file with what was not sent', async () => {
  const { page } = till;
  await signInAsManager(page);
  await openWithFloat(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Move this till to another computer' }).click();
  await expect(page.getByText('Close the shift first')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await product.killServer();
  await closeEmpty(page);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Move this till to another computer' }).click();
  await page.keyboard.press('F8');
  await expect(stopped(page)).toBeVisible();
  await page.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the till’s file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('ALM1-01.omnitill');
  await file.saveAs(path.join(folder, 'till.omnitill'));
  await page.reload();
  await expect(stopped(page)).toBeVisible();
});

test('J1: the other computer takes it, sends what came with it, and goes on in a journal of its own', async ({
  browser,
  playwright,
}) => {
  await product.startServer();
  const moved = await openTill(
    await browser.newContext(),
    isHosted
      ? hostedTill(product.serverUrl, path.join(folder, 'app'))
      : other.url.replace('127.0.0.1', 'localhost'),
  );
  const { page } = moved;
  await page.getByRole('button', { name: 'Bring a till from another computer' }).click();
  const dialog = page.getByRole('dialog');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByLabel('File of the till').click(),
  ]);
  await chooser.setFiles(path.join(folder, 'till.omnitill'));
  await dialog.getByLabel('Passphrase of the file').fill('somebody else’s');
  await page.keyboard.press('F8');
  await expect(dialog).toContainText('Another passphrase is needed');
  await dialog.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await signInAsManager(page);
  await openShift(page);
  await moved.tile('Loaf, white').click();
  await moved.payCash();
  // The number of a receipt names the journal: none is given twice.
  await expect(page.getByRole('dialog', { name: /ALM1-01-[2-9]-\d{6}/ })).toBeVisible();
  await moved.nextSale();

  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  await expect
    .poll(async () => {
      const { shifts } = await office.get<ShiftsReply>('shifts?storeId=ALM1');
      return shifts.some(
        ({ tillId, number, closed }) => tillId === 'ALM1-01' && number === 1 && closed !== null,
      );
    })
    .toBe(true);
  await request.dispose();
  await page.context().close();
});
