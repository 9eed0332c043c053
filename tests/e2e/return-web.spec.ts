import { type BrowserContext, expect, request, test } from '@playwright/test';
import { LOYALTY_CARD, ORDERED, placeOrder, readOrder } from './channel.ts';
import { openPickupCounter } from './pickup-counter.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter } from './return-counter.ts';
import { openTill } from './till-page.ts';

const [CROISSANT = '', CHEESE = ''] = ORDERED;

let product: Product;
let context: BrowserContext;

test.beforeEach(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
});

test.afterEach(async () => {
  await context.close();
  await product.stop();
});

for (const mode of ['online', 'offline'] as const)
  test(`R16 ${mode}: goods of a web order come back at the counter, found by phone, then by loyalty card; the channel gives the money back`, async () => {
    const till = await openTill(context, product.tillUrl);
    await till.signIn();
    const channel = await request.newContext();
    const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'paid');
    const pickups = openPickupCounter(till);
    await pickups.open();
    await expect(pickups.row(order.number)).toBeVisible();
    await expect(async () => {
      await pickups.scanCode(order.code);
      await expect(pickups.panel().getByText('The customer’s code is genuine')).toBeVisible({
        timeout: 5000,
      });
    }).toPass({ timeout: 30_000 });
    await pickups.tickAll();
    await pickups.press('F8');
    await expect(pickups.row(order.number)).toHaveCount(0);
    await expect
      .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
      .toBe('completed');
    if (mode === 'offline') await product.killServer();

    const counter = openReturnCounter(till);
    await counter.open();
    const found = counter.page.getByRole('heading', { name: `Receipt № ${order.number}` });
    const list = counter.page.getByRole('region', { name: 'Which purchase is it?' });
    for (const [asked, goods] of [
      ['5550102', CROISSANT],
      [LOYALTY_CARD, CHEESE],
    ] as const) {
      await counter.find(asked);
      await expect(found.or(list)).toBeVisible();
      if (await list.isVisible()) await list.getByRole('button', { name: order.number }).click();
      await counter.tap(`Return ${goods}`);
      await counter.tap('Not as described');
      await expect(counter.page.getByText('the website gives back')).toBeVisible();
      await counter.press('F8');
      await expect(counter.done()).toContainText('On its way back · Paid online');
      await counter.next();
    }

    if (mode === 'offline') await product.startServer();
    await expect
      .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).paymentState, {
        timeout: 60_000,
      })
      .toBe('refunded');
  });
