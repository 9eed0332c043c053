import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  request,
  test,
} from '@playwright/test';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { availableOf, cancelOrder, type PlacedOrder, placeOrder, readOrder } from './channel.ts';
import { signInToHeadOffice } from './head-office.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let context: BrowserContext;
let till: TillPage;
let counter: PickupCounter;
let channel: APIRequestContext;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
  counter = openPickupCounter(till);
  channel = await request.newContext();
  await counter.open();
});

test.afterAll(async () => {
  await context.close();
  await product.stop();
});

const placed = async (paying: 'paid' | 'unpaid' = 'paid'): Promise<PlacedOrder> => {
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', paying);
  await expect(counter.row(order.number)).toBeVisible();
  return order;
};

const exceptionsOf = async ({ id }: PlacedOrder): Promise<string[]> => {
  const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
  const { exceptions } = await office.get<ExceptionsReply>('exceptions?state=open');
  return exceptions.filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
};

/** What waits to be sent, as the till lists it. */
const queuedNames = async (name: string): Promise<number> => {
  await till.pill().click();
  const dialog = till.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const count = await dialog.getByText(name).count();
  await till.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return count;
};

test('R20: an order placed after the cut is handed over from its customer’s screen', async () => {
  await context.setOffline(true);
  // What was placed before the last contact the till should have heard of, and asks a manager.
  await expect(till.pill()).toContainText('No connection', { timeout: 60_000 });
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid');
  await product.killServer();
  await counter.scanCode(order.code);
  await expect(counter.panel().getByRole('heading', { name: order.number })).toBeVisible();
  await expect(counter.panel().getByText(/known from the customer’s code alone/)).toBeVisible();
  await counter.scanGoods();
  await counter.press('F8');
  await counter.payCash();
  await expect(counter.row(order.number)).toHaveCount(0);
  await expect(till.page.getByText(`Order ${order.number} is handed over`)).toBeVisible();
  await expect(till.page.getByRole('button', { name: 'Print the receipt' })).toBeVisible();
  await counter.scanCode(order.code);
  // Whatever order is chosen now, it says which one it means.
  await expect(
    till.page.getByText(`${order.number}This order has already been handed over.`),
  ).toBeVisible();
  await till.page.keyboard.press('Control+4');
  const paper = till.page.getByRole('article').filter({ hasText: order.number });
  await expect(paper.locator('svg[data-text]')).toBeVisible();
  await counter.open();

  await product.startServer();
  await context.setOffline(false);
  await expect
    .poll(() => readOrder(channel, product.serverUrl, order.id), { timeout: 60_000 })
    .toMatchObject({ pickupState: 'completed', paymentState: 'paid', due: 0 });
  expect(await exceptionsOf(order)).toEqual([]);
});

test('an order that was cancelled a second ago is not handed over, and nothing changes', async () => {
  const order = await placed();
  await counter.scanCode(order.code);
  await counter.tickAll();
  await cancelOrder(channel, product.serverUrl, order.id);
  await expect(counter.row(order.number)).toHaveCount(0);
  await counter.scanCode(order.code);
  await expect(till.page.getByText('This order is closed: Canceled.')).toBeVisible();
  expect(await exceptionsOf(order)).toEqual([]);
});

for (const mode of ['online', 'offline'] as const) {
  test(`T4 J6 ${mode}: a code guessed five times is locked at this till, whatever is done in between; the QR opens it still`, async () => {
    const order = await placed();
    await counter.choose(order.number);
    await counter.prepare('A1');
    await context.setOffline(mode === 'offline');
    const wrong = order.digits === '000000' ? '000001' : '000000';
    for (const left of ['4 tries left', '3 tries left', '2 tries left', '1 try left']) {
      await counter.typeDigits(wrong);
      await expect(counter.panel().getByText(left, { exact: false })).toBeVisible();
    }
    await counter.typeDigits(wrong);
    await expect(counter.panel().getByText(/Too many wrong codes/)).toBeVisible();
    if (mode === 'offline') expect(await queuedNames('Code refused')).toBe(5);

    await till.page.keyboard.press('Control+1');
    await counter.open();
    await counter.choose(order.number);
    await counter.typeDigits(order.digits);
    await expect(counter.panel().getByText(/Too many wrong codes/)).toBeVisible();
    await counter.scanCode(order.code);
    await counter.tickAll();
    await counter.press('F8');
    await expect(counter.row(order.number)).toHaveCount(0);
    await context.setOffline(false);
    await expect
      .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState, {
        timeout: 60_000,
      })
      .toBe('completed');
  });

  test(`${mode}: forged, cut off and other stores’ codes open nothing, and each is on record`, async () => {
    const order = await placed();
    const elsewhere = await placeOrder(channel, product.serverUrl, 'ALM2', 'paid');
    await context.setOffline(mode === 'offline');
    const middle = Math.floor(order.code.length / 2);
    const letter = order.code[middle] === 'A' ? 'B' : 'A';
    const forged = order.code.slice(0, middle) + letter + order.code.slice(middle + 1);
    const refusals: readonly (readonly [string, RegExp])[] = [
      [forged, /forged|damaged|another chain|does not know the key/],
      [order.code.slice(0, -40), /forged|damaged/],
      [elsewhere.code, /collected in another store: ALM2/],
    ];
    for (const [code, words] of refusals) {
      await counter.scanCode(code);
      await expect(till.page.getByText(words)).toBeVisible();
    }
    if (mode === 'offline') expect(await queuedNames('Code refused')).toBe(refusals.length);
    await context.setOffline(false);
    await expect.poll(() => queuedNames('Code refused'), { timeout: 60_000 }).toBe(0);
    expect((await readOrder(channel, product.serverUrl, order.id)).pickupState).toBe('reserved');
  });
}

test('R14: what the policy does not give back without the network is said, and given back with it', async () => {
  const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
  const offline = { ...DEFAULT_POLICY.offline, refundTenders: ['card'] };
  await office.put('policies', { storeId: null, policy: { ...DEFAULT_POLICY, offline } });
  // What head office said before it is here with the order.
  const order = await placed('unpaid');
  await counter.choose(order.number);
  await counter.tap('More actions');
  await counter.tap('Pay now');
  await counter.payCash();
  await expect(counter.panel().getByText('Paid', { exact: true })).toBeVisible();
  await context.setOffline(true);
  await expect(till.pill()).toContainText('No connection', { timeout: 60_000 });
  await counter.tap('Customer declined');
  await counter.press('F8');
  await expect(till.page.getByText('money goes back only so: Card')).toBeVisible();
  await counter.press('Escape');
  await context.setOffline(false);
  await expect(till.pill()).not.toContainText('No connection', { timeout: 60_000 });
  await counter.tap('Customer declined');
  await counter.press('F8');
  await expect(counter.row(order.number)).toHaveCount(0);
  // What it held is free again before the next test counts.
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
    .toBe('failed');
  await office.put('policies', { storeId: null, policy: null });
});

test('S8 S5: two tills, both offline, hand over one order; both are told on contact, once, and a manager settles it', async ({
  browser,
}) => {
  const before = await availableOf(channel, product.serverUrl, 'ALM1');
  const order = await placed();
  const otherContext = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await openTillPage(otherContext, product.tillUrl);
  await page.getByRole('button', { name: /ALM1-03/ }).click();
  await expect(page.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
  const other = await openTill(otherContext, product.tillUrl);
  await other.signIn();
  const otherCounter = openPickupCounter(other);
  await otherCounter.open();
  await expect(otherCounter.row(order.number)).toBeVisible();

  await context.setOffline(true);
  await otherContext.setOffline(true);
  for (const desk of [counter, otherCounter]) {
    await desk.scanCode(order.code);
    await desk.scanGoods();
    await desk.press('F8');
    await expect(desk.row(order.number)).toHaveCount(0);
  }
  await context.setOffline(false);
  await otherContext.setOffline(false);

  for (const desk of [counter, otherCounter]) {
    await expect(desk.row(order.number)).toContainText('Needs a decision', { timeout: 60_000 });
    await desk.choose(order.number);
    await expect(desk.panel().getByText('The same order was handed over twice')).toBeVisible();
  }
  expect(await exceptionsOf(order)).toEqual(['handed_over_twice']);
  const told = await readOrder(channel, product.serverUrl, order.id);
  expect(told).toMatchObject({ pickupState: 'completed', paymentState: 'paid', due: 0 });
  // Both pieces left the store, and none is promised any more.
  await expect
    .poll(() => availableOf(channel, product.serverUrl, 'ALM1'), { timeout: 60_000 })
    .toBe(before - 2000);

  await page
    .locator('nav')
    .getByRole('button')
    .filter({ has: page.locator('.tabler-icon-scale') })
    .click();
  await expect(page.getByRole('complementary')).toContainText('ALM1-01');
  await expect(page.getByRole('complementary')).toContainText('ALM1-03');
  await page.getByRole('button', { name: 'Accept the loss' }).click();
  await otherCounter.approve('2222');
  await expect(page.getByText('Nothing needs a decision')).toBeVisible({ timeout: 60_000 });
  await expect(counter.row(order.number)).toHaveCount(0, { timeout: 60_000 });
  expect(await exceptionsOf(order)).toEqual([]);
  await otherContext.close();
});
