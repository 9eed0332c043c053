import { expect, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { localText } from '#server/dashboard/parts/local-time.ts';
import type { QuoteReply } from '#shared/protocol/channel.ts';
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
  opened = await openTillAndOffice(browser, { viewport, at: 'promotions' });
  ({ product, till, office } = opened);
});

test.afterAll(() => opened.close());

const loaf = demoProducts().find(({ name }) => name.en === 'Loaf, white 500 g')?.sku ?? '';

const form = () => office.getByRole('dialog', { name: /promotion$/ });
const basket = () => till.page.getByRole('complementary', { name: 'Basket' });

const quoted = async (): Promise<number> => {
  const reply = await office.request.post(`${product.serverUrl}/api/v1/quotes`, {
    headers: { authorization: 'Bearer demo-web-key' },
    data: { storeId: 'ALM1', lines: [{ sku: loaf, quantity: 1000 }] },
  });
  const { totals } = (await reply.json()) as QuoteReply;
  return totals.total;
};

test('a promotion that contradicts itself is not saved, and says why', async () => {
  await office.getByRole('button', { name: 'New promotion' }).click();
  await form().getByLabel('English').fill('Bread day');
  await form().getByLabel('Қазақша').fill('Нан күні');
  await form().getByLabel('Percent off').fill('10');
  await form().getByLabel('Products, by SKU', { exact: true }).fill(loaf);
  await form().getByLabel('From', { exact: true }).fill('2026-01-02T10:00');
  await form().getByLabel('To', { exact: true }).fill('2026-01-01T10:00');
  await form().getByRole('button', { name: 'Save' }).click();
  await expect(form().getByText('It ends before it begins.')).toBeVisible();
});

test('R9: what is tried on a basket, what the till asks and what the shop quotes is the same', async () => {
  await form().getByLabel('To', { exact: true }).fill('2099-01-01T10:00');
  await form().getByLabel('Products in the basket').fill(loaf);
  await form().getByRole('button', { name: 'Price the basket' }).click();
  await expect(form().getByText('₸171').first()).toBeVisible();
  await form().getByRole('button', { name: 'Save' }).click();
  await expect(form()).toHaveCount(0);
  await expect(office.getByRole('row', { name: /Bread day/ })).toContainText('Running');

  await till.tile('Loaf, white').click();
  await expect(basket().getByText('Bread day')).toBeVisible();
  await expect(till.total()).toContainText('₸171');
  expect(await quoted()).toBe(17_100);
});

test('the receipt says its name', async () => {
  await till.payCash();
  await expect(till.page.getByRole('article', { name: 'Receipt' })).toContainText('Bread day');
  await till.nextSale();
});

test('it is changed, and then ended: the till follows both', async () => {
  await office.getByRole('button', { name: 'Edit: Bread day' }).click();
  await expect(form().getByLabel('Қазақша')).toHaveValue('Нан күні');
  await form().getByLabel('Percent off').fill('20');
  await form().getByRole('button', { name: 'Save' }).click();
  await expect(form()).toHaveCount(0);
  await till.tile('Loaf, white').click();
  await expect(till.total()).toContainText('₸152');
  await office.getByRole('button', { name: 'End now: Bread day' }).click();
  await expect(office.getByRole('row', { name: /Bread day/ })).toContainText('Over');
  await expect(till.total()).toContainText('₸190');
  expect(await quoted()).toBe(19_000);
});

test('a code that each customer has once is made, said, and taken once', async () => {
  await till.page.keyboard.press('Delete');
  await till.page.keyboard.press('Enter');
  await office.getByRole('button', { name: 'New promotion' }).click();
  await form().getByLabel('English').fill('Welcome');
  await form().getByLabel('Percent off').fill('50');
  await form().getByLabel('Products, by SKU', { exact: true }).fill(loaf);
  await form().getByLabel('From', { exact: true }).fill('2026-01-02T10:00');
  await form().getByLabel('To', { exact: true }).fill('2099-01-01T10:00');
  await form().getByLabel('Promo code').fill('hello10');
  await form()
    .getByLabel(/Each customer has it once/)
    .check();
  await form().getByRole('button', { name: 'Save' }).click();
  await expect(office.getByRole('row', { name: /Welcome/ })).toContainText('code HELLO10');

  const say = async (): Promise<void> => {
    await till.page.keyboard.press('F6');
    await till.page.keyboard.press('F10');
    await till.page.keyboard.type('hello10', { delay: 80 });
    await till.page.keyboard.press('F8');
  };
  const dialog = till.page.getByRole('dialog', { name: 'Promo code' });
  await till.tile('Loaf, white').click();
  await expect(async () => {
    await till.page.keyboard.press('Escape');
    await say();
    await expect(dialog.getByText('Choose the customer first')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await till.page.keyboard.press('Escape');
  await till.page.keyboard.press('F7');
  const customers = till.page.getByRole('dialog', { name: /Customer/ });
  await customers.getByRole('searchbox').fill('Тимур');
  await customers.getByRole('button', { name: /Тимур/ }).first().click();
  await say();
  await expect(dialog).toHaveCount(0);
  await expect(till.total()).toContainText('₸95');
  await till.payCash();
  await till.nextSale();

  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F7');
  await customers.getByRole('searchbox').fill('Тимур');
  await customers.getByRole('button', { name: /Тимур/ }).first().click();
  await say();
  await expect(dialog.getByText('This customer used the code already')).toBeVisible();
  await till.page.keyboard.press('Escape');
  await expect(till.total()).toContainText('₸190');
});

test('a code that was used while a basket with it was parked leaves it when it is recalled', async () => {
  const { page } = till;
  const clear = async (): Promise<void> => {
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
  };
  const begin = async (): Promise<void> => {
    await till.tile('Loaf, white').click();
    await page.keyboard.press('F7');
    const customers = page.getByRole('dialog', { name: /Customer/ });
    await customers.getByRole('searchbox').fill('Дана');
    await customers.getByRole('button', { name: /Дана/ }).first().click();
    await page.keyboard.press('F6');
    await page.keyboard.press('F10');
    await page.keyboard.type('hello10', { delay: 80 });
    await page.keyboard.press('F8');
    await expect(till.total()).toContainText('₸95');
  };
  await clear();
  await begin();
  await page.keyboard.press('F11');
  await expect(page.getByRole('button', { name: '1 parked receipt' })).toBeVisible();
  await begin();
  await till.payCash();
  await till.nextSale();
  await page.getByRole('button', { name: '1 parked receipt' }).click();
  await page.keyboard.press('Enter');
  const told = page.getByRole('dialog', { name: 'Promo code' });
  await expect(told.getByText('Code HELLO10 was taken out of the basket')).toBeVisible();
  await expect(told.getByText('This customer used the code already')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(told).toHaveCount(0);
  await expect(till.total()).toContainText('₸190');
});

/** As a field for date and time has it, by the clocks of the chain's first store. */
const minutesFromNow = (minutes: number): string => {
  const time = new Date(Date.now() + minutes * 60_000);
  return localText(time.toISOString(), 'Asia/Almaty');
};

const planPrice = async (name: string, from: string, price: string): Promise<void> => {
  await office.getByRole('button', { name: 'New price list' }).click();
  const list = office.getByRole('dialog', { name: 'New price list' });
  await list.getByLabel('Name').fill(name);
  await list.getByLabel('From').fill(from);
  await list.getByLabel('Prices, a product to a line').fill(`${loaf} ${price}`);
  await list.getByRole('button', { name: 'Show the products' }).click();
  await expect(list.getByRole('row', { name: /Loaf, white 500 g/ })).toContainText(`₸${price}`);
  await list.getByRole('button', { name: 'Save' }).click();
  await expect(list).toHaveCount(0);
};

test('R9: planned prices are at the till before they hold, and begin at their minute with no server', async () => {
  await till.page.keyboard.press('Delete');
  await till.page.keyboard.press('Enter');
  await office.getByRole('link', { name: 'Prices' }).click();
  await planPrice('Next', minutesFromNow(30), '250');
  await planPrice('Present', minutesFromNow(-5), '200');
  await expect(office.getByRole('row', { name: /Next/ })).toContainText('Planned');
  await expect(till.tile('Loaf, white')).toContainText('₸200');
  expect(await quoted()).toBe(20_000);
  await till.tile('Loaf, white').click();
  // R10: what becomes cheaper while it lies there costs less, and the cashier hears of it.
  await planPrice('Cheaper', minutesFromNow(-4), '180');
  await expect(basket().getByText('₸200 → ₸180')).toBeVisible();
  await expect(till.total()).toContainText('₸180');

  await product.killServer();
  await till.page.clock.setFixedTime(Date.now() + 31 * 60_000);
  await till.tile('Loaf, white').click();
  // R10: what lay in the basket keeps its price.
  await expect(basket().getByText('1 × ₸250')).toBeVisible();
  await expect(till.total()).toContainText('₸430');
  await till.payCash();
  await till.nextSale();
});
