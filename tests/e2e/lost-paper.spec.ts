import { type BrowserContext, expect, test } from '@playwright/test';
import { startVirtualPrinter, type VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

// The line between the page and its web host is cut, before the host hears of a paper or before its answer is back.

const PRINT = '**/host/calls/devices.print';

let product: Product;
let printer: VirtualPrinter;
let context: BrowserContext;
let till: TillPage;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  printer = await startVirtualPrinter();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
  const { page } = till;
  await page.getByRole('button', { name: /More/ }).click();
  await page.getByRole('button', { name: 'Devices of this computer' }).click();
  await page.getByRole('button', { name: 'Add a printer' }).click();
  await page.getByLabel('Address').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
  await page.keyboard.press('F8');
  await expect(page.getByText('Receipts are printed here').first()).toBeVisible();
  await page.keyboard.press('Control+1');
  await till.sell('Loaf, white');
  await expect.poll(() => printer.papers()).toHaveLength(1);
  // What the browser would print is counted instead.
  await page.evaluate(() => {
    window.print = () => void (document.documentElement.dataset['prints'] += 'x');
    document.documentElement.dataset['prints'] = '';
  });
});

test.afterAll(async () => {
  await context?.close();
  await printer?.close();
  await product?.stop();
});

const notice = () => till.page.getByRole('status').filter({ hasText: 'Perhaps not printed' });
const printsOfBrowser = async (): Promise<number> =>
  till.page.evaluate(() => document.documentElement.dataset['prints']?.length ?? 0);

test('J4: a receipt that did not get to the printer is told, and printed when the cashier tries again', async () => {
  const { page } = till;
  await page.route(PRINT, (route) => route.abort());
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(notice()).toContainText(/ALM1-01-\d+/);
  await page.unroute(PRINT);
  await notice().getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => printer.papers()).toHaveLength(2);
  await expect(notice()).toHaveCount(0);
  await till.nextSale();
});

test('J3: a report that may be printed already is not printed once more unless the person says so', async () => {
  const { page } = till;
  await page.getByRole('navigation').getByRole('button', { name: 'Shift' }).click();
  await page.keyboard.press('F7');
  await expect(page.getByRole('article', { name: 'X report 1' })).toBeVisible();
  await page.route(PRINT, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('F7');
  await expect.poll(() => printer.papers()).toHaveLength(3);
  await expect(notice()).toContainText('X report');
  expect(await printsOfBrowser()).toBe(0);
  await page.unroute(PRINT);
  await notice().getByRole('button', { name: 'Try again' }).click();
  await expect(notice()).toHaveCount(0);
  expect(printer.papers()).toHaveLength(3);

  await page.route(PRINT, (route) => route.abort());
  await page.keyboard.press('F7');
  await notice().getByRole('button', { name: 'Print in the browser' }).click();
  await expect.poll(printsOfBrowser).toBe(1);
  await expect(notice()).toHaveCount(0);
});
