import { expect, test } from '@playwright/test';
import { openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';

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
