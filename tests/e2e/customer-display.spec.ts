import { type BrowserContext, expect, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await product.stop();
  await context.close();
});

test('the customer’s display shows the basket and its total, then who may collect', async () => {
  await till.page.getByRole('button', { name: /Account and settings/ }).click();
  const opening = context.waitForEvent('page');
  await till.page.getByRole('button', { name: 'Show the customer their basket' }).click();
  const display = await opening;
  await till.page.keyboard.press('Escape');
  await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await expect(
    display.getByRole('region', { name: 'Ready for pickup' }).getByRole('listitem').first(),
  ).toBeVisible();

  await till.tile('Loaf, white').click();
  await till.tile('Loaf, white').click();
  await expect(display.getByRole('listitem')).toHaveCount(1);
  await expect(display.getByRole('listitem')).toContainText('2 × ₸190');
  await expect(display.getByRole('status')).toContainText('₸380');

  await display.reload();
  await expect(display.getByRole('status')).toContainText('₸380');
  await till.payCash();
  await till.nextSale();
  await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
});
