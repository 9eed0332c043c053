import { expect, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import type { Product } from './product.ts';
import { openTillAndOffice, type TillAndOffice } from './till-and-office.ts';
import type { TillPage } from './till-page.ts';

let opened: TillAndOffice;
let product: Product;
let office: Page;
let till: TillPage;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const viewport = { width: 1280, height: 800 };
  opened = await openTillAndOffice(browser, { viewport, at: 'customers' });
  ({ product, till, office } = opened);
});

test.afterAll(() => opened.close());

const loaf = demoProducts().find(({ name }) => name.en === 'Loaf, white 500 g')?.sku ?? '';

const basket = () => till.page.getByRole('complementary', { name: 'Basket' });
const customers = () => till.page.getByRole('dialog', { name: /customer/i });

const look = async (text: string): Promise<void> => {
  await office.getByRole('textbox', { name: 'Phone, loyalty card or name' }).fill(text);
  await office.getByRole('button', { name: 'Find' }).click();
};

const choose = async (name: string): Promise<void> => {
  await till.page.keyboard.press('F7');
  await customers().getByRole('searchbox').fill(name);
  await customers().getByRole('button', { name }).first().click();
  await expect(customers()).toHaveCount(0);
};

test('head office makes a group, gives it prices and puts a customer into it', async () => {
  await office.getByRole('button', { name: 'New group' }).click();
  const group = office.getByRole('dialog', { name: 'New group' });
  await group.getByLabel('Name of the group').fill('Wholesale');
  await group.getByRole('button', { name: 'Save' }).click();
  await expect(group).toHaveCount(0);

  await look('Тимур');
  await office.getByRole('button', { name: /Edit: Тимур/ }).click();
  const edited = office.getByRole('dialog', { name: /Тимур/ });
  await edited.getByLabel('Wholesale').check();
  await edited.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByRole('row', { name: /Тимур/ })).toContainText('Wholesale');

  await office.getByRole('link', { name: 'Prices' }).click();
  await office.getByRole('button', { name: 'New price list' }).click();
  const list = office.getByRole('dialog', { name: 'New price list' });
  await list.getByLabel('Name').fill('Wholesale');
  await list.getByLabel('From').fill('2026-01-02T10:00');
  await list.getByLabel('Wholesale').check();
  await list.getByLabel('Prices, a product to a line').fill(`${loaf} 150`);
  await list.getByRole('button', { name: 'Save' }).click();
  await expect(list).toHaveCount(0);
});

test('R9: without a connection what lies in the basket costs what it does for who buys, and back', async () => {
  await expect(async () => {
    await till.page.keyboard.press('F7');
    await customers().getByRole('searchbox').fill('Тимур');
    await customers().getByRole('button', { name: /Тимур/ }).first().click();
    await expect(basket()).toContainText('Wholesale', { timeout: 2000 });
  }).toPass();
  await expect(till.tile('Loaf, white')).toContainText('₸150');
  await product.killServer();
  await till.page.keyboard.press('F7');
  await customers().getByRole('button', { name: 'Remove customer' }).click();
  await till.tile('Loaf, white').click();
  await expect(till.total()).toContainText('₸190');
  await choose('Тимур');
  await expect(till.total()).toContainText('₸150');
  await till.tile('Loaf, white').click();
  await expect(till.total()).toContainText('₸300');
  await till.page.keyboard.press('F7');
  await customers().getByRole('button', { name: 'Remove customer' }).click();
  await expect(till.total()).toContainText('₸380');
  await choose('Тимур');
  await expect(till.total()).toContainText('₸300');
  await till.payCash();
  await expect(till.page.getByRole('article', { name: 'Receipt' })).toContainText(/TOTAL\s*₸300/);
  await till.nextSale();
  await product.startServer();
});

test('S7: a cashier puts right what is known of a customer without a connection, and head office hears of it', async () => {
  await product.killServer();
  await till.page.keyboard.press('F7');
  await customers().getByRole('searchbox').fill('Тимур');
  await customers()
    .getByRole('button', { name: /^Edit the customer: Тимур/ })
    .first()
    .click();
  await customers().getByLabel('Name', { exact: true }).fill('Тимур Ахметов-Ким');
  await customers().getByLabel('E-mail').fill('at home');
  await till.page.keyboard.press('F8');
  await expect(customers()).toContainText('This is not an e-mail address.');
  await customers().getByLabel('E-mail').fill('timur@home.example');
  await customers()
    .getByRole('radiogroup', { name: 'Language of receipts' })
    .getByText('KK')
    .click();
  await till.page.keyboard.press('F8');
  await expect(customers()).toHaveCount(0);
  await expect(basket()).toContainText('Тимур Ахметов-Ким');

  await product.startServer();
  await office.getByRole('link', { name: 'Customers' }).click();
  await expect(async () => {
    await look('Ахметов-Ким');
    await expect(office.getByRole('row', { name: /Ахметов-Ким/ })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await office.getByRole('button', { name: /Edit: Тимур/ }).click();
  const edited = office.getByRole('dialog', { name: /Тимур/ });
  await expect(edited.getByLabel('E-mail')).toHaveValue('timur@home.example');
  await edited.getByRole('button', { name: 'Cancel' }).click();
});

test('the receipt of a customer is in the language that they read', async () => {
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(till.page.getByRole('article', { name: 'Receipt' })).toContainText('ЖИЫНЫ');
  await till.nextSale();
});

test('head office erases a customer, and the till forgets them', async () => {
  await office.getByRole('button', { name: /Edit: Тимур/ }).click();
  await office.getByRole('button', { name: 'Erase the customer' }).click();
  const question = office.getByRole('dialog', { name: /^Erase .* for good/ });
  await question.getByRole('button', { name: 'Erase the customer' }).click();
  await expect(question).toHaveCount(0);
  await expect(office.getByText('Nobody found')).toBeVisible();

  await expect(async () => {
    await till.page.keyboard.press('Escape');
    await till.page.keyboard.press('F7');
    await customers().getByRole('searchbox').fill('Ахметов-Ким');
    await expect(customers().getByText('Nobody found')).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
});
