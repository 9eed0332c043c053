import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { openShift } from './till-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };
const OWNER = { name: 'Olena', email: 'olena@shop.example', password: 'a long password' };
const BARCODE = '4820000000017';
/** Cheese by the kilogram, and a label of the shop's scales for 1.245 kg of it. */
const CHEESE = '2100017000005';
const CHEESE_LABEL = '2100017012459';

let product: Product;
let office: BrowserContext;
let page: Page;
/** What the browser refused to do, or could not. */
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ isDemo: false });
  office = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page = await office.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
});

test.afterAll(async () => {
  await office?.close();
  await product?.stop();
});

const save = async (): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('T5: the link that an empty server prints makes the first administrator, once', async () => {
  const link = /Make the first administrator: (\S+)/;
  await expect.poll(() => product.printed()).toMatch(link);
  const address = (link.exec(product.printed())?.[1] ?? '').replace('127.0.0.1', 'localhost');
  await page.goto(address);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('There is no store yet')).toBeVisible();
});

test('the administrator opens a store by keyboard', async () => {
  await page.getByRole('button', { name: 'Open the first store' }).press('Enter');
  await expect(page.getByLabel('Code of the store')).toBeFocused();
  await page.keyboard.type('kyv1');
  await page.getByLabel('Name of the store').fill('Kyiv Podil');
  await page.getByLabel('Name on receipts').fill('Omni Kyiv');
  await page.getByRole('combobox', { name: 'Currency' }).click();
  await page.getByRole('option', { name: 'UAH' }).click();
  await page.getByLabel('Name of the rate').fill('VAT');
  await page.getByLabel('Per cent', { exact: true }).fill('20');
  await expect(page.getByLabel('Smallest amount in cash')).toHaveValue('0.5');
  await page.getByRole('button', { name: 'Add a barcode' }).click();
  await page.getByLabel('Pattern').fill('21IIIIINNDDDC');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: 'Stores & tills' }).click();
  await expect(page.getByRole('heading', { name: 'Kyiv Podil' })).toBeVisible();
});

test('and adds a cashier with a PIN', async () => {
  await page.getByRole('link', { name: 'Staff' }).click();
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Taras');
  await page.getByLabel('PIN').fill('4711');
  await save();
  await expect(page.getByRole('row', { name: /Taras.*Cashier.*Kyiv Podil/ })).toBeVisible();
});

test('the catalog comes from a file while the server stands still', async () => {
  const file = path.join(product.dataFolder, '..', `catalog-${process.pid}.csv`);
  const rows = [`${BARCODE},Borodinsky bread,,42.50,`, `${CHEESE},Gouda,Гауда,400,kilogram`];
  await writeFile(file, `barcode,name,name_uk,price,unit\n${rows.join('\n')}\n`);
  await product.stopServer();
  const { stdout } = await promisify(execFile)('npm', ['run', 'catalog:import', '--', file], {
    cwd: root,
    env: { ...process.env, OMNITILL_DATA: product.dataFolder },
  });
  expect(stdout).toContain('catalog: rows=2 imported=2 refused=0');
  await product.startServer();
});

test('a fresh browser becomes a till by the code, sells by PIN and scan, and head office sees it', async ({
  browser,
}) => {
  await page.goto(`${product.serverUrl}/stores`);
  await page.getByRole('button', { name: 'Connect a till' }).click();
  await page.getByRole('button', { name: 'Make a code' }).click();
  const code = await page.getByRole('dialog').locator('output').textContent();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const counter = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const till = await openTillPage(counter, product.tillUrl);
  await till.getByLabel('Enrolment code').fill(code ?? '');
  await till.getByRole('button', { name: 'Connect' }).click();
  await till.getByRole('button', { name: /Taras/ }).click();
  await till.keyboard.type('4711', TYPING);
  await till.keyboard.press('Enter');
  await openShift(till);
  await till.getByRole('searchbox').fill(BARCODE);
  await till.getByRole('button', { name: /Borodinsky bread/ }).click();
  await expect(till.getByRole('status').filter({ hasText: /^Total/ })).toContainText('42.50');
  await till.keyboard.press('F8');
  await expect(till.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await till.keyboard.press('Enter');
  await expect(till.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();

  await till.keyboard.press('Enter');
  await scan(till, CHEESE_LABEL);
  await expect(till.getByText(/^1\.245 ×/)).toBeVisible();
  await expect(till.getByRole('status').filter({ hasText: /^Total/ })).toContainText('498.00');

  await page.getByRole('link', { name: 'Sales & receipts' }).click();
  await expect(page.getByRole('row', { name: /KYV1-01.*42\.50/ })).toBeVisible();
  await counter.close();
});

test('a channel’s key is shown once, and every change is on record', async () => {
  await page.getByRole('link', { name: 'Channels' }).click();
  await page.getByRole('button', { name: 'New channel' }).click();
  await page.getByLabel('Name of the shop or app').fill('Web shop');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByLabel('Key of Web shop').textContent();
  expect(key).toMatch(/^\S{40,}$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(key ?? '')).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw access' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw access' }).click();
  await expect(page.getByRole('row', { name: /Web shop.*Withdrawn/ })).toBeVisible();
  await page.getByRole('link', { name: 'Changes' }).click();
  for (const change of ['Store opened', 'Person added', 'Code for a till made', 'Channel key made'])
    await expect(page.getByRole('row', { name: new RegExp(`Olena.*${change}`) })).toBeVisible();
  expect(complaints).toEqual([]);
});
