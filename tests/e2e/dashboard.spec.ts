import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { placeOrder } from './channel.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

/** Head office sees what happened this soon, in milliseconds, without asking. */
const LIVE = { timeout: 2_000 };

let product: Product;
let context: BrowserContext;
let page: Page;
let till: TillPage;
/** What the browser refused to do, or could not. */
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  const atTill = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(atTill, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await till.page.context().close();
  await context.close();
  await product.stop();
});

const enter = async (password: string): Promise<void> => {
  await page.getByLabel('E-mail').fill('admin@demo.local');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const goTo = (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).click();

const figure = (name: string): Locator =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

const receiptsShown = async (): Promise<number> =>
  Number(await figure('Receipts').locator('dd').first().textContent());

const sellOne = async (): Promise<void> => till.sell('Loaf, white');

test('a wrong password is told, and the right one opens the overview', async () => {
  await page.goto(product.serverUrl);
  await enter('not-the-password');
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await enter('demo-admin');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(figure('Net sales')).toContainText('₸');
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
});

test('a sale at a till is in the figures within 2 s, without a reload', async () => {
  const before = await receiptsShown();
  await sellOne();
  await expect(figure('Receipts').locator('dd').first()).toHaveText(String(before + 1), LIVE);
});

test('its receipt shows lines, taxes, payment, and the operation that proves it', async () => {
  await goTo('Sales & receipts');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Receipt № / })).toBeVisible();
  const lines = page.getByRole('region', { name: 'Lines of the order' });
  await expect(lines).toContainText('Loaf, white 500 g');
  await expect(lines).toContainText('incl. tax');
  await expect(page.getByRole('region', { name: 'Payments' })).toContainText('Cash');
  const evidence = page.getByRole('region', { name: 'Where this is known from' });
  await expect(evidence).toContainText(/SHA-256 [0-9a-f]{64}/);
  await evidence.getByText('As received').click();
  await expect(evidence.getByText('"type": "sale.completed"')).toBeVisible();
});

test('R3 every shift of the demo has its Z report, and cash that did not agree stands out', async () => {
  await goTo('Shifts');
  await expect(page.getByRole('heading', { level: 1, name: 'Shifts' })).toBeVisible();
  await page.getByText('Only with a difference').click();
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: 'Complete' });
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('table')).not.toContainText('agrees');
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('article', { name: /^Z report/ })).toContainText('Counted');
  await expect(page.getByText('The sums agree with the operations received')).toBeVisible();
});

test('receipts are found by a part of their number, and the filter survives a reload', async () => {
  await goTo('Sales & receipts');
  const link = page.getByRole('table').getByRole('link').first();
  const number = (await link.textContent()) ?? '';
  await page.getByPlaceholder('Number, customer, phone').fill(number.slice(-6));
  await expect(page.getByRole('table').getByRole('link')).toHaveText([number]);
  await page.reload();
  await expect(page.getByRole('table').getByRole('link')).toHaveText([number]);
});

test('a web order is among those to prepare within 2 s, without a reload', async ({ request }) => {
  await goTo('Web orders');
  await expect(page.getByRole('table')).toBeVisible();
  const { number } = await placeOrder(request, product.serverUrl, 'ALM1', 'paid');
  await expect(page.getByRole('link', { name: number })).toBeVisible(LIVE);
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('region', { name: 'Pickup' })).toContainText('Kept for the customer');
});

test('a code for a new till is made, and a till loses its access', async () => {
  await goTo('Stores & tills');
  const store = page.getByRole('region', { name: 'Astana · Turan' });
  await store.getByRole('button', { name: 'Connect a till' }).click();
  await page.getByRole('button', { name: 'Make a code' }).click();
  await expect(page.getByRole('dialog')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await page.keyboard.press('Escape');
  await store.getByRole('button', { name: 'Withdraw access' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw access' }).click();
  await expect(store.getByText('Access withdrawn')).toBeVisible();
});

test('what could not be applied and what contradicts itself have their pages', async () => {
  await goTo('Conflicts');
  await expect(page.getByRole('heading', { level: 1, name: 'Conflicts' })).toBeVisible();
  await goTo('Unprocessed');
  await expect(page.getByText('Everything received was processed')).toBeVisible();
});

test('while the server is away the figures stay and say how old they are; then they go on', async () => {
  await goTo('Overview');
  const before = await receiptsShown();
  await product.killServer();
  await expect(page.getByText(/Connection lost · figures as of \d\d:\d\d/)).toBeVisible();
  await sellOne();
  expect(await receiptsShown()).toBe(before);
  await product.startServer();
  await expect(page.getByText('Connection lost')).toHaveCount(0);
  await expect(figure('Receipts').locator('dd').first()).toHaveText(String(before + 1), {
    timeout: 60_000,
  });
});

test('the language and the appearance are chosen once', async () => {
  await page.getByTitle('Account and settings').click();
  await page.getByText('Қазақша').click();
  await page.getByText('Күңгірт').click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Шолу' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
});

test('signing out leads to the door, whatever address is asked for', async () => {
  await page.getByRole('button', { name: 'admin@demo.local' }).click();
  await page.getByRole('button', { name: 'Шығу' }).click();
  await expect(page.getByRole('heading', { name: 'Бас кеңсеге кіру' })).toBeVisible();
  await page.goto(`${product.serverUrl}/receipts`);
  await expect(page.getByRole('heading', { name: 'Бас кеңсеге кіру' })).toBeVisible();
});

test('nothing on the way was against the policy of the page', () => {
  expect(complaints).toEqual([]);
});
