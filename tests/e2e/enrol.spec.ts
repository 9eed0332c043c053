import { cp, rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { EnrolmentCodeReply } from '#shared/protocol/dashboard.ts';
import { receiptSeen, signInToHeadOffice } from './head-office.ts';
import { openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;

test.beforeAll(async () => {
  product = await startProduct();
});

test.afterAll(() => product.stop());

test('T5: a demo that gives no till says why, and gives one at another try', async ({ page }) => {
  await product.killServer();
  await openTillPage(page.context(), product.tillUrl);
  await expect(page.getByText('The till could not be connected')).toBeVisible();
  await expect(page.getByText(/no connection to the server/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/no connection to the server/)).toBeVisible();

  await product.startServer();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
});

/** One whole sale; the number of its receipt. */
const sellOne = async (till: TillPage): Promise<string> => {
  await till.tile('Loaf, white').click();
  await till.payCash();
  const title = await till.page
    .getByRole('dialog', { name: /^Receipt/ })
    .getByRole('heading')
    .first()
    .textContent();
  await till.nextSale();
  return /[A-Z0-9]+-\d\d-\d+/.exec(title ?? '')?.[0] ?? '';
};

test('P6: a till that enrolled after the backup its server was restored from is let in again, with all it sold', async ({
  page,
  request,
}) => {
  const backup = `${product.dataFolder}-backup`;
  await product.stopServer();
  await cp(product.dataFolder, backup, { recursive: true });
  await product.startServer();

  const till = await openTill(page.context(), product.tillUrl);
  const offered = till.page.getByRole('button', { name: /^ALM1-\d\d/ }).first();
  const tillId = /^ALM1-\d\d/.exec((await offered.textContent()) ?? '')?.[0] ?? '';
  await offered.click();
  await till.signIn();
  const sold = [await sellOne(till)];
  await expect(till.pill()).toHaveText(/Synced/);

  await product.stopServer();
  await rm(product.dataFolder, { recursive: true });
  await cp(backup, product.dataFolder, { recursive: true });
  await rm(backup, { recursive: true });
  await product.startServer();

  sold.push(await sellOne(till));
  await till.pill().click();
  const code = till.page.getByRole('textbox', { name: 'Enrolment code' });
  await expect(code).toBeVisible({ timeout: 30_000 });
  const office = await signInToHeadOffice(request, product.serverUrl);
  const made = await request.post(`${product.serverUrl}/api/v1/dashboard/enrolment-codes`, {
    data: { storeId: 'ALM1', tillId },
  });
  await code.fill(((await made.json()) as EnrolmentCodeReply).code);
  await till.page.getByRole('button', { name: 'Connect', exact: true }).click();
  for (const number of sold)
    await expect.poll(async () => (await receiptSeen(office, number))?.order.number).toBe(number);
});
