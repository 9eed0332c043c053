import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type MailServer, startMailServer } from '../fixtures/mail-server.ts';
import { enterDashboard } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

// A customer's phone opens the receipt by the code on it; the same code is still the receipt at a till.

let mail: MailServer;
let product: Product;
let contexts: BrowserContext[];
let office: Page;
let phone: Page;
let till: TillPage;
/** What a browser refused to do. */
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  mail = await startMailServer();
  // The server is given them with all of this process's environment.
  process.env['OMNITILL_SMTP_URL'] = mail.url;
  process.env['OMNITILL_MAIL_FROM'] = 'Omni <receipts@example.com>';
  product = await startProduct();
  contexts = [
    await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' }),
    await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'kk-KZ' }),
    await browser.newContext({ viewport: { width: 1280, height: 800 } }),
  ];
  const [atOffice, atPhone, atTill] = contexts;
  if (!atOffice || !atPhone || !atTill) throw new Error('three browsers were expected');
  office = await atOffice.newPage();
  phone = await atPhone.newPage();
  for (const page of [office, phone])
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  till = await openTill(atTill, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  for (const context of contexts ?? []) await context.close();
  await product?.stop();
  await mail?.close();
  delete process.env['OMNITILL_SMTP_URL'];
  delete process.env['OMNITILL_MAIL_FROM'];
});

const receiptDialog = () => till.page.getByRole('dialog', { name: /^Receipt №/ });

const phoneDialog = () => till.page.getByRole('dialog', { name: 'Receipt on the phone' });

/** What the code on the phone's dialog says. */
const shownLink = async (): Promise<string> => {
  await receiptDialog().getByRole('button', { name: 'To the phone' }).click();
  const code = phoneDialog().getByRole('img', { name: 'Receipt on the phone' });
  await expect(code).toHaveAttribute('data-text', /^HTTP:\/\/LOCALHOST:\d+\/R\/RA[A-Z2-7]{300,}$/);
  const link = (await code.getAttribute('data-text')) ?? '';
  await till.page.keyboard.press('Escape');
  await expect(phoneDialog()).toHaveCount(0);
  return link;
};

let first = '';

test('without a web address the code is for tills alone, and no page is offered', async () => {
  await till.tile('Loaf, white').click();
  await till.payCash();
  const code = receiptDialog().locator('svg[data-text]');
  await expect(code).toHaveAttribute('data-text', /^RA[A-Z2-7]{300,}$/);
  await expect(receiptDialog().getByRole('button', { name: 'To the phone' })).toHaveCount(0);
  await till.nextSale();
});

test('head office says where phones reach the server; what is no address is not saved', async () => {
  await enterDashboard(office, product.serverUrl);
  await office.getByRole('link', { name: 'Receipts of stores' }).click();
  const address = office.getByLabel('Web address of receipts');
  await address.fill('http://receipts.example.com');
  await expect(office.getByText(/^This is no address/)).toBeVisible();
  await address.fill(product.serverUrl);
  await expect(office.getByText(/^This is no address/)).toHaveCount(0);
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByText(/^Saved/)).toBeVisible();
});

test('the customer’s phone has the receipt as a page, in their language and in any other', async () => {
  const { page } = till;
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(receiptDialog().getByRole('button', { name: 'To the phone' })).toBeVisible();
  first = await shownLink();
  await expect(receiptDialog()).toBeVisible();
  await phone.goto(first);
  await expect(phone.locator('html')).toHaveAttribute('lang', 'kk');
  await expect
    .poll(async () => {
      await phone.goto(first);
      return phone.getByRole('main').textContent();
    })
    .toContain('ЖИЫНЫ');
  await phone.getByRole('link', { name: 'English' }).click();
  await expect(phone.getByRole('main')).toContainText('Loaf, white');
  await expect(phone.getByRole('main')).toContainText('TOTAL');
  await expect(phone.getByRole('img', { name: 'Code of this receipt, for returns' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: phone }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await till.nextSale();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a receipt goes by e-mail to an address that is typed for it, and Enter is the next sale’s again', async () => {
  const { page } = till;
  await till.tile('Loaf, white').click();
  await till.payCash();
  await receiptDialog().getByText('UK', { exact: true }).click();
  await receiptDialog().getByRole('button', { name: 'By e-mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Receipt by e-mail' });
  await expect(dialog.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.type('dana@example.com', { delay: 80 });
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The receipt was sent.')).toBeVisible();
  expect(mail.delivered).toMatchObject([
    { from: 'receipts@example.com', to: ['dana@example.com'] },
  ]);
  expect(mail.delivered[0]?.data).toMatch(/lang=3D"uk"|lang="uk"|base64/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await till.nextSale();
});

test('a till without a network makes the code too: the page says that the sale is not here yet, and shows it later', async () => {
  const [, , atTill] = contexts;
  await atTill?.setOffline(true);
  await till.tile('Loaf, white').click();
  await till.payCash();
  const link = await shownLink();
  await expect(receiptDialog().getByRole('button', { name: 'By e-mail' })).toHaveCount(0);
  const answer = await phone.goto(link);
  expect(answer?.status()).toBe(202);
  await expect(phone.getByRole('heading')).toHaveText('Чек мұнда әлі жоқ');
  await expect(phone.getByRole('main')).not.toContainText('Ақ');
  await atTill?.setOffline(false);
  await till.nextSale();
  await expect.poll(async () => (await phone.goto(link))?.status(), { timeout: 30_000 }).toBe(200);
  await expect(phone.getByRole('main')).toContainText('ЖИЫНЫ');
});

test('a code that is wrong by one letter has the face of every wrong one', async () => {
  const answer = await phone.goto(first.replace(/.{6}$/, 'AAAAAA'));
  expect(answer?.status()).toBe(404);
  await expect(phone.getByRole('heading')).toHaveText('Мұнда чек жоқ');
});

test('a till reads the code with its address as the receipt that it is', async () => {
  const { page } = till;
  await page.keyboard.press('Control+1');
  await scan(page, first);
  await expect(page.getByRole('heading', { name: 'Returns' }).first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Loaf, white');
});
