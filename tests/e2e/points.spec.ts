import { expect, type Page, test } from '@playwright/test';
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

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const viewport = { width: 1024, height: 768 };
  opened = await openTillAndOffice(browser, { viewport, at: 'policy' });
  ({ product, till, office } = opened);
  counter = openReturnCounter(till);
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
