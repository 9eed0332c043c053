import { type BrowserContext, expect, test } from '@playwright/test';
import { mirroredOperations } from './mirrored-operations.ts';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

// What the browser does when a person clears the site's data, or when it finds them damaged while the page is open.

let product: Product;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ hasMirror: true });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
});

test.afterAll(async () => {
  await product?.stop();
  await context?.close();
});

test('J4: a till whose storage goes away under its open page says so, loads again and takes its data back', async () => {
  const till = await openTill(context, product.tillUrl);
  const { page } = till;
  await till.signIn();
  await till.sell('Loaf, white');
  const sales = async (): Promise<number> => {
    const texts = await mirroredOperations(product.mirrorFolder, 'ALM1-01');
    return texts.filter((text) => text.includes('"type":"sale.completed"')).length;
  };
  await expect.poll(sales).toBe(1);
  await expect(till.pill()).toHaveText(/Synced/);

  const browser = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });

  await expect(page.getByRole('dialog', { name: 'The till’s data was taken away' })).toBeVisible();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await till.signIn();
  await till.sell('Loaf, white');
  await expect.poll(sales).toBe(2);
});

test('J4: a till whose disk is full says that it is the disk', async () => {
  const till = await openTill(context, product.tillUrl);
  const { page } = till;
  await till.signIn();
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  // What a write is told where the disk has no room.
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  const full = page.getByRole('dialog', { name: 'The computer’s disk is full' });
  await expect(full).toContainText('Make room on the disk');
  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await till.signIn();
  await till.sell('Loaf, white');
});
