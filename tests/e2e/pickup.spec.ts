import { type BrowserContext, expect, request, test } from '@playwright/test';
import { placeOrder, readOrder } from './channel.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let browserContext: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  browserContext = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(browserContext, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await browserContext.close();
  await product.stop();
});

const orderButton = (number: string) => till.page.getByRole('button', { name: new RegExp(number) });

/** The same steps for the cashier with and without a network. */
const prepareAndTick = async (number: string): Promise<void> => {
  await till.page.keyboard.press('Control+2');
  await orderButton(number).click();
  for (const tick of await till.page.getByRole('button', { name: /^Tick/ }).all())
    await tick.click();
  await till.page.getByLabel('Shelf').fill('B4');
  await till.page.keyboard.press('F8');
  await expect(orderButton(number)).toContainText('shelf B4');
};

const payInCash = async (): Promise<void> => {
  await till.page.keyboard.press('F8');
  await till.page.getByRole('button', { name: 'Cash' }).click();
  await expect(till.page.getByText('To pay', { exact: true })).toBeVisible();
  await till.page.keyboard.press('Enter');
};

test('online: a web order comes by itself, is prepared, paid at collection and handed over; the channel sees it', async () => {
  const channel = await request.newContext();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid');
  await till.page.keyboard.press('Control+2');
  await expect(orderButton(order.number)).toBeVisible();
  await prepareAndTick(order.number);
  await payInCash();
  await expect(orderButton(order.number)).toHaveCount(0);
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
    .toBe('completed');
  const seen = await readOrder(channel, product.serverUrl, order.id);
  expect(seen.paymentState).toBe('paid');
  expect(seen.due).toBe(0);
});

test('offline: the same steps hand it over with the server stopped, and the channel sees it after contact', async () => {
  const channel = await request.newContext();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid');
  await till.page.keyboard.press('Control+2');
  await expect(orderButton(order.number)).toBeVisible();
  await product.killServer();
  await prepareAndTick(order.number);
  await payInCash();
  await expect(orderButton(order.number)).toHaveCount(0);
  await product.startServer();
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState, {
      timeout: 60_000,
    })
    .toBe('completed');
  expect((await readOrder(channel, product.serverUrl, order.id)).paymentState).toBe('paid');
});

test('J2: a second press of F8 hands over once', async () => {
  const channel = await request.newContext();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'paid');
  await till.page.keyboard.press('Control+2');
  await expect(orderButton(order.number)).toBeVisible();
  await prepareAndTick(order.number);
  await till.page.keyboard.press('F8');
  await till.page.keyboard.press('F8');
  await expect(orderButton(order.number)).toHaveCount(0);
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
    .toBe('completed');
  const exceptions = await till.page.getByText('handed over twice').count();
  expect(exceptions).toBe(0);
});
