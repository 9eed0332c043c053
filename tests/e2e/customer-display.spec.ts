import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let context: BrowserContext;
let display: Page;

// The display of the first test stays open for the second.
test.describe.configure({ mode: 'serial' });

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
  display = await opening;
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

test('the customer’s display shows what is left to pay once a part is paid', async () => {
  const { page } = till;
  await till.tile('Loaf, white').click();
  await expect(display.getByRole('status')).toContainText('₸190');
  await page.keyboard.press('F10');
  await page.keyboard.press('F11');
  await page.keyboard.type('100');
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Approved' }).click();
  await expect(display.getByRole('status')).toHaveText(/Left to pay.*₸90/);
  // A part that a machine took is there for whoever goes on.
  await page.reload();
  await till.signIn();
  await expect(display.getByRole('status')).toHaveText(/Left to pay.*₸90/);
  await expect(display.locator('body')).toContainText('₸190');
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
  await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
});

test('a till where nobody is signed in shows who may collect, and neither the basket nor who works there', async () => {
  const { page } = till;
  await till.tile('Loaf, white').click();
  await expect(display.getByRole('status')).toContainText('₸190');

  await page.keyboard.press('F12');
  const cashier = page.getByRole('button', { name: /Cashier/ }).first();
  await expect(cashier).toBeVisible();
  const isIdle = async (): Promise<void> => {
    await expect(display.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await expect(
      display.getByRole('region', { name: 'Ready for pickup' }).getByRole('listitem').first(),
    ).toBeVisible();
    await expect(display.locator('body')).not.toContainText(/Loaf|₸190/);
  };
  await isIdle();
  const [name = '?'] = (await cashier.innerText()).split(' · ');
  await expect(display.locator('body')).not.toContainText(name);
  await display.reload();
  await isIdle();
  // The till's page starts again, and a display is there before anybody signs in.
  await page.reload();
  await expect(cashier).toBeVisible();
  await display.reload();
  await isIdle();

  await till.signIn();
  await expect(display.getByRole('status')).toContainText('₸190');
});
