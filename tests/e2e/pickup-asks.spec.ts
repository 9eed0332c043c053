import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Locator,
  request,
  test,
} from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { type PlacedOrder, placeOrderOf, readOrder } from './channel.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { isGone } from './pickup-flows.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter } from './return-counter.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

const LIGHTER = 'Lighter';
const CABLE = 'Cable USB-C 1 m';
const SOCKS = 'Men’s socks';

const codeOf = (name: string): string =>
  demoProducts().find((known) => known.name.en === name)?.barcodes[0] ?? '';

let product: Product;
let context: BrowserContext;
let till: TillPage;
let counter: PickupCounter;
let channel: APIRequestContext;
/** Collected while there is a network. */
let collected: PlacedOrder;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  channel = await request.newContext();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
  counter = openPickupCounter(till);
});

test.afterAll(async () => {
  await context.close();
  await channel.dispose();
  await product.stop();
});

const asked = (name: string): Locator => till.page.getByRole('dialog', { name });
const mark = (name: string): Locator =>
  counter.panel().getByRole('button', { name: `Tick ${name}` });
const press = (key: string): Promise<void> => till.page.keyboard.press(key);

/** By keyboard alone, as a cashier without a mouse does. */
const tickByKey = async (name: string): Promise<void> => {
  await mark(name).focus();
  await press('Enter');
};

/** The customer shows the code of an order with a lighter, two cables and socks. */
const comesFor = async (paying: 'paid' | 'unpaid', isKnown = true): Promise<PlacedOrder> => {
  const order = await placeOrderOf(channel, product.serverUrl, 'ALM1', paying, [
    [LIGHTER, 1],
    [CABLE, 2],
    [SOCKS, 1],
  ]);
  await counter.open();
  if (isKnown) await expect(counter.row(order.number)).toBeVisible();
  return order;
};

const shows = async (order: PlacedOrder): Promise<void> => {
  await counter.scanCode(order.code);
  await expect(counter.panel().getByText('The customer’s code is genuine')).toBeVisible();
};

/** Everything that the goods ask is answered by keys and scans; the pieces have numbers of their own. */
const answerAll = async (run: string): Promise<void> => {
  await tickByKey(LIGHTER);
  await expect(asked(LIGHTER)).toContainText('18 or older');
  await press('F8');
  await expect(mark(LIGHTER)).toHaveAttribute('aria-pressed', 'true');

  await tickByKey(CABLE);
  await expect(asked(CABLE).getByLabel('Serial number')).toBeFocused();
  await till.page.keyboard.type(`SN-${run}-1`, { delay: 80 });
  await press('Enter');
  // The same piece is not a second one.
  await expect(asked(`${CABLE} · 2 / 2`).getByLabel('Serial number')).toHaveValue('');
  await scan(till.page, `SN-${run}-1`);
  await expect(asked(CABLE)).toContainText('This code belongs to other goods');
  await scan(till.page, `SN-${run}-2`);
  await expect(asked(CABLE)).toHaveCount(0);
  await expect(mark(CABLE)).toHaveAttribute('aria-pressed', 'true');

  // The code on the piece says what it is and which.
  await scan(till.page, `010${codeOf(SOCKS)}21MARK-${run}`);
  await expect(mark(SOCKS)).toHaveAttribute('aria-pressed', 'true');
  await expect(asked(SOCKS)).toHaveCount(0);
};

test('what goods ask is asked when they are ticked, Escape unticks, and nothing leaves unasked', async () => {
  collected = await comesFor('unpaid');
  await shows(collected);
  await tickByKey(LIGHTER);
  await expect(asked(LIGHTER)).toContainText('18 or older');
  await press('Escape');
  await expect(asked(LIGHTER)).toHaveCount(0);
  await expect(mark(LIGHTER)).toHaveAttribute('aria-pressed', 'false');
  await tickByKey(SOCKS);
  await expect(asked(SOCKS).getByLabel('Code of marked goods')).toBeFocused();
  await press('Escape');
  await expect(mark(SOCKS)).toHaveAttribute('aria-pressed', 'false');
  await expect(counter.panel().getByRole('button', { name: /0 of 3 ticked/ })).toBeDisabled();
  await answerAll('A');
  await press('F8');
  await counter.payCash();
  await isGone(counter, collected);
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, collected.id)).pickupState)
    .toBe('completed');
});

test('another piece than left is not taken back for it', async () => {
  const back = openReturnCounter(till);
  await back.open();
  await back.find(collected.number);
  await expect(till.page.getByText(CABLE).first()).toBeVisible();
  await scan(till.page, 'SN-A-2');
  await expect(till.page.getByLabel('Serial number')).toHaveValue('SN-A-2');
  await expect(till.page.getByText('This is not the piece that was sold')).toHaveCount(0);
  await till.page.getByLabel('Serial number').fill('SN-A-9');
  await expect(till.page.getByText('This is not the piece that was sold')).toBeVisible();
});

test('a part leaves with what is asked of it, the rest with its own', async () => {
  const order = await comesFor('paid');
  await shows(order);
  await till.page
    .getByRole('group', { name: `Pieces of ${CABLE}` })
    .getByRole('button', { name: 'More by one' })
    .click();
  await expect(asked(CABLE).getByLabel('Serial number')).toBeFocused();
  await scan(till.page, 'SN-B-1');
  await expect(asked(CABLE)).toHaveCount(0);
  await counter.tap('Hand over in part');
  await expect(counter.row(order.number)).toContainText('Partly collected');
  await shows(order);
  await expect(mark(CABLE)).toHaveAttribute('aria-pressed', 'false');
  await tickByKey(CABLE);
  await expect(asked(CABLE).getByLabel('Serial number')).toBeFocused();
  await scan(till.page, 'SN-B-2');
  await expect(mark(CABLE)).toHaveAttribute('aria-pressed', 'true');
  await tickByKey(LIGHTER);
  await expect(asked(LIGHTER)).toBeVisible();
  await press('F8');
  await scan(till.page, `010${codeOf(SOCKS)}21MARK-B`);
  await expect(mark(SOCKS)).toHaveAttribute('aria-pressed', 'true');
  await press('F8');
  await isGone(counter, order);
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
    .toBe('completed');
});

test('R20 without a network the same is asked of an order that is known from its code alone', async () => {
  await counter.open();
  await context.setOffline(true);
  const order = await comesFor('paid', false);
  await shows(order);
  await answerAll('C');
  await press('F8');
  await isGone(counter, order);
  await context.setOffline(false);
  await expect
    .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).pickupState)
    .toBe('completed');
});
