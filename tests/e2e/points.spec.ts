import { expect, type Page, request, test } from '@playwright/test';
import { demoCustomers } from '#server/cli/demo/demo-customers.ts';
import { type PlacedOrder, placeOrder } from './channel.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import type { Product } from './product.ts';
import { openReturnCounter, type Paper, paperIn, type ReturnCounter } from './return-counter.ts';
import { openTillAndOffice, type TillAndOffice } from './till-and-office.ts';
import type { TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const LOAF = 'Loaf, white 500 g';
const BUTTER = 'Butter 82.5% 200 g';

let opened: TillAndOffice;
let product: Product;
let till: TillPage;
let counter: ReturnCounter;
let office: Page;
let pickups: PickupCounter;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const viewport = { width: 1024, height: 768 };
  opened = await openTillAndOffice(browser, { viewport, at: 'policy' });
  ({ product, till, office } = opened);
  counter = openReturnCounter(till);
  pickups = openPickupCounter(till);
});

test.afterAll(() => opened.close());

const chooseTimur = async (): Promise<void> => {
  await till.page.keyboard.press('F7');
  const customers = till.page.getByRole('dialog', { name: /Customer/ });
  await customers.getByRole('searchbox').fill('Тимур');
  await customers.getByRole('button', { name: /Тимур/ }).first().click();
  await expect(customers).toHaveCount(0);
};

const ways = () => till.page.getByRole('dialog', { name: /^To pay/ });
const points = () => till.page.getByRole('dialog', { name: 'Loyalty points' });
const receipt = () => till.page.getByRole('article', { name: 'Receipt' });

/** A loaf is sold to Timur; what is left after his points is paid in cash. */
const askForPoints = async (): Promise<void> => {
  await till.tile('Loaf, white').click();
  await chooseTimur();
  await till.page.keyboard.press('F10');
  await expect(ways()).toBeVisible();
  await till.page.keyboard.press('F4');
  await expect(points()).toBeVisible();
};

const payRestInCash = async (): Promise<Paper> => {
  await expect(ways()).toBeVisible();
  await till.page.keyboard.press('F8');
  await expect(till.page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  return paperIn(till.page);
};

/** A loyal customer of the demo orders on the web, to be paid at collection. */
const ordered = async (): Promise<PlacedOrder> => {
  const card = demoCustomers().find(({ name }) => name.startsWith('Ольга'))?.loyaltyCard ?? '';
  const channel = await request.newContext();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid', 1, card);
  await channel.dispose();
  await pickups.open();
  await expect(pickups.row(order.number)).toBeVisible();
  return order;
};

/** The customer shows the code, and the goods are there: what is due is to be paid. */
const given = async ({ code, number }: PlacedOrder): Promise<void> => {
  await pickups.open();
  await pickups.scanCode(code);
  await expect(pickups.panel().getByRole('heading', { name: number })).toBeVisible();
  await pickups.scanGoods();
  await pickups.press('F8');
};

const paperOf = async ({ number }: PlacedOrder) => {
  await till.page.keyboard.press('Control+4');
  await till.page.getByRole('button', { name: new RegExp(number) }).click();
  return till.page.getByRole('article').filter({ hasText: number });
};

/** Ten for each hundred. */
const earnedOn = (paid: number): number => Math.floor(paid / 1000);

let waiting: PlacedOrder;

test('head office has customers earn points, and a sale earns them', async () => {
  const group = office.getByRole('group', { name: 'Loyalty points' });
  await group.getByLabel('Customers earn and spend points').check();
  await group.getByLabel('Points for each 100 paid').fill('10');
  await group.getByLabel('What a point pays, in money').fill('1');
  await group.getByLabel('Most points a customer spends').fill('20');
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByText('Saved')).toBeVisible();

  await till.tile('Butter 82.5%').click();
  await chooseTimur();
  await expect(till.page.getByRole('button', { name: /Тимур.*0 points/ })).toBeVisible();
  await till.payCash();
  await expect(receipt()).toContainText(/Points earned\s*145/);
  await expect(receipt()).toContainText(/Points left\s*145/);
  await till.nextSale();
});

let spent: Paper;

test('R13: they take off what they are worth, as many as the customer wants, and the receipt says so', async () => {
  await askForPoints();
  await expect(points()).toContainText('145 points on the account');
  await till.page.keyboard.type('146', TYPING);
  await expect(points().getByRole('button', { name: /Pay with points/ })).toBeDisabled();
  await till.page.keyboard.press('Delete');
  await till.page.keyboard.type('100', TYPING);
  await till.page.keyboard.press('Enter');
  await expect(ways()).toContainText('₸90');
  await expect(ways().getByRole('button', { name: /Loyalty points/ })).toHaveCount(0);
  spent = await payRestInCash();
  await expect(receipt()).toContainText(/Loyalty points\s*-?−?₸100/);
  await expect(receipt()).toContainText(/TOTAL\s*₸90/);
  await expect(receipt()).toContainText(/Points spent\s*100/);
  await expect(receipt()).toContainText(/Points earned\s*9/);
  await expect(receipt()).toContainText(/Points left\s*54/);
  await till.nextSale();
});

test('R12: what comes back takes its points back and restores those that paid for it', async () => {
  await counter.open();
  await counter.scanReceipt(spent);
  await counter.tap(`Return ${LOAF}`);
  await counter.tap('Changed mind');
  await counter.press('F8');
  await expect(counter.done()).toContainText('₸90');
  await expect(counter.done()).toContainText(/Points taken back\s*[-−]9/);
  await expect(counter.done()).toContainText(/Points given back\s*100/);
  await counter.next();
  await till.page.keyboard.press('Control+1');
});

test('R12: a web order earns its customer’s points as it is handed over', async () => {
  const order = await ordered();
  await given(order);
  await pickups.payCash();
  await expect(till.page.getByText(`Order ${order.number} is handed over`)).toBeVisible();
  const paper = await paperOf(order);
  await expect(paper).toContainText(new RegExp(`Points earned\\s*${earnedOn(order.total)}`));
  await expect(paper).toContainText(new RegExp(`Points left\\s*${earnedOn(order.total)}`));
  waiting = await ordered();
  await till.page.keyboard.press('Control+1');
});

test('without a connection no more is spent than policy lets, and the balance says as of when', async () => {
  await product.killServer();
  await askForPoints();
  await expect(points()).toContainText('145 points on the account as of');
  await expect(points()).toContainText('/ 20');
  await till.page.keyboard.press('Enter');
  await payRestInCash();
  await expect(receipt()).toContainText(/Points left\s*142/);
  await till.nextSale();

  await askForPoints();
  await expect(points()).toContainText('no more points may be spent than head office allows');
  await till.page.keyboard.press('F8');
  await expect(ways()).toBeVisible();
  await payRestInCash();
  await till.nextSale();
});

test('R13: points pay a part of the rest of a web order, without a connection as many as policy lets', async () => {
  await given(waiting);
  await expect(ways()).toBeVisible();
  await till.page.keyboard.press('F4');
  await expect(points()).toContainText(`${earnedOn(waiting.total)} points on the account as of`);
  await expect(points()).toContainText('/ 20');
  await till.page.keyboard.press('Enter');
  await pickups.payCash();
  await expect(till.page.getByText(`Order ${waiting.number} is handed over`)).toBeVisible();
  const paper = await paperOf(waiting);
  await expect(paper).toContainText(/Points spent\s*20/);
  const earned = earnedOn(waiting.total - 2000);
  await expect(paper).toContainText(new RegExp(`Points earned\\s*${earned}`));
  const left = earnedOn(waiting.total) + earned - 20;
  await expect(paper).toContainText(new RegExp(`Points left\\s*${left}`));
  await till.page.keyboard.press('Control+1');
});

test('head office sees the account and all that moved it, each once', async () => {
  await product.startServer();
  await office.getByRole('link', { name: 'Loyalty points' }).click();
  const account = office.getByRole('region', { name: /Тимур/ });
  await expect(async () => {
    await office.getByRole('searchbox').or(office.getByRole('textbox')).first().fill('Тимур');
    await office.getByRole('button', { name: 'Look up' }).click();
    await expect(account).toContainText('161 points', { timeout: 5000 });
  }).toPass({ timeout: 90_000 });
  await expect(account.getByRole('row')).toHaveCount(6);
  await expect(account.getByRole('row', { name: /Points taken back: 9/ })).toContainText(
    'Points given back: 100',
  );
});

test('R8 R13: points pay a part of what dearer goods cost more than those that come back', async () => {
  await till.tile('Loaf, white').click();
  await chooseTimur();
  await till.payCash();
  const bought = await paperIn(till.page);
  await till.nextSale();
  await counter.open();
  await counter.scanReceipt(bought);
  await counter.tap(`Return ${LOAF}`);
  await counter.tap('Changed mind');
  await counter.press('F10');
  await counter.scanGoods(BUTTER);
  await expect(till.page.getByRole('region', { name: 'What is taken instead' })).toContainText(
    BUTTER,
  );
  await counter.press('F8');
  await expect(till.page.getByRole('dialog', { name: 'Cash' })).toContainText('₸1,260');
  await counter.press('F10');
  await expect(ways()).toContainText('₸1,260');
  await counter.press('F4');
  await expect(points()).toContainText('180 points on the account');
  await counter.type('60');
  await counter.press('Enter');
  await expect(ways()).toContainText('₸1,200');
  await counter.press('F8');
  await counter.press('Enter');
  await expect(counter.done()).toContainText(/Exchange/);
  await counter.next();

  const account = office.getByRole('region', { name: /Тимур/ });
  await expect(async () => {
    await office.getByRole('button', { name: 'Look up' }).click();
    // 161 and 19 for the loaf, which go with it; 60 spent, and 139 for what was paid in money.
    await expect(account).toContainText('240 points', { timeout: 5000 });
  }).toPass({ timeout: 90_000 });
});

test('what is typed while the account is looked up counts as soon as it is known', async () => {
  await till.page.keyboard.press('Control+1');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await till.page.route('**/api/v1/till/customer', async (route) => {
    await held;
    await route.continue();
  });
  await askForPoints();
  await till.page.keyboard.type('77', TYPING);
  await till.page.keyboard.press('Backspace');
  await expect(points().getByRole('status', { name: /How many/ })).toHaveText('7');
  answer();
  await expect(points().getByRole('button', { name: /Pay with points/ })).toBeEnabled();
  await till.page.keyboard.type('5', TYPING);
  await till.page.keyboard.press('Enter');
  await expect(ways()).toContainText('₸115');
  await till.page.unroute('**/api/v1/till/customer');
  await payRestInCash();
  await till.nextSale();
});
