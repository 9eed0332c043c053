import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  request,
  test,
} from '@playwright/test';
import { type PlacedOrder, placeOrder, readOrder } from './channel.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { FLOWS, GIFT, isGone } from './pickup-flows.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter, type ReturnCounter } from './return-counter.ts';
import { openTill } from './till-page.ts';

/** A card with ₸190 on it, from a return. */
const giveGiftCard = async (returns: ReturnCounter): Promise<void> => {
  const paper = await returns.sell('card', 'Loaf, white');
  await returns.open();
  await returns.scanReceipt(paper);
  await returns.tap('Return Loaf, white 500 g');
  await returns.tap('Not as described');
  await returns.tap(/^Gift card/);
  await returns.page.getByLabel('Number of the gift card').fill(GIFT);
  await returns.page.getByLabel('The customer agrees to a gift card').check();
  await returns.press('F8');
  await returns.approve('2222');
  await expect(returns.done()).toContainText(GIFT);
  await returns.next();
};

for (const mode of ['online', 'offline'] as const)
  test.describe.serial(`pickups ${mode}`, () => {
    let product: Product;
    let context: BrowserContext;
    let counter: PickupCounter;
    let channel: APIRequestContext;
    const orders: PlacedOrder[] = [];
    /** Sent here by another store before the network goes. */
    let sent: PlacedOrder;

    const sendHere = async (browser: Browser): Promise<PlacedOrder> => {
      const order = await placeOrder(channel, product.serverUrl, 'ALM2', 'unpaid');
      const elsewhere = await browser.newContext({ viewport: { width: 1024, height: 768 } });
      const till = await openTill(elsewhere, product.tillUrl);
      await till.page.getByRole('button', { name: /^ALM2-02/ }).click();
      await till.signIn();
      const other = openPickupCounter(till);
      await other.open();
      await other.choose(order.number);
      await other.tap('More actions');
      await other.page.getByLabel('To another store').selectOption('ALM1');
      await other.tap('Send these goods there');
      await isGone(other, order);
      await expect
        .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).storeId)
        .toBe('ALM1');
      await elsewhere.close();
      return order;
    };

    test.beforeAll(async ({ browser }) => {
      product = await startProduct();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const till = await openTill(context, product.tillUrl);
      await till.signIn();
      await giveGiftCard(openReturnCounter(till));
      counter = openPickupCounter(till);
      channel = await request.newContext();
      await counter.open();
      for (const { paying, pieces } of FLOWS)
        orders.push(await placeOrder(channel, product.serverUrl, 'ALM1', paying, pieces));
      sent = await sendHere(browser);
      for (const { number } of [...orders, sent]) await expect(counter.row(number)).toBeVisible();
      if (mode === 'offline') await product.killServer();
    });

    test.afterAll(async () => {
      await context.close();
      await product.stop();
    });

    for (const [index, { name, steps }] of FLOWS.entries())
      test(`${mode}: ${name}`, async () => {
        const order = orders[index];
        if (!order) throw new Error('an order was expected');
        await steps(counter, order);
      });

    test(`${mode}: S8: goods that another store sent come, and are handed over for cash`, async () => {
      await counter.choose(sent.number);
      await counter.tickAll();
      await counter.press('F8');
      await counter.scanCode(sent.code);
      await expect(counter.panel().getByText('The customer’s code is genuine')).toBeVisible();
      await counter.tickAll();
      await counter.press('F8');
      await counter.payCash();
      await isGone(counter, sent);
    });

    test(`${mode}: R21: an overdue order is released by a person, then its goods are put back`, async () => {
      const { page } = counter;
      await page.getByRole('button', { name: /^Overdue \d/ }).click();
      const row = page.getByRole('listitem').getByRole('button', { name: /overdue/ });
      const [number = ''] = /[A-Z]-\d+/.exec(await row.innerText()) ?? [];
      await counter.choose(number);
      await counter.tap('More actions');
      await counter.tap('Release: nobody came');
      await counter.press('F8');
      await page.getByRole('button', { name: /^Tasks 1/ }).click();
      await expect(counter.row(number)).toContainText('Put the goods back');
      await counter.choose(number);
      await counter.tickAll();
      await counter.press('F8');
      await expect(counter.row(number)).toHaveCount(0);
      await page.getByRole('button', { name: /^All \d/ }).click();
    });

    test(`${mode}: the channel sees what became of each order, and nothing contradicts`, async () => {
      if (mode === 'offline') await product.startServer();
      for (const [index, { seen }] of FLOWS.entries()) {
        const order = orders[index];
        if (!order) throw new Error('an order was expected');
        await expect
          .poll(() => readOrder(channel, product.serverUrl, order.id), { timeout: 60_000 })
          .toMatchObject(seen);
      }
      await expect
        .poll(() => readOrder(channel, product.serverUrl, sent.id), { timeout: 60_000 })
        .toMatchObject({ pickupState: 'completed', paymentState: 'paid', storeId: 'ALM1' });
      await expect(counter.page.getByText('Needs a decision')).toHaveCount(0);
    });
  });
