import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { enterDashboard } from './head-office.ts';
import { type Product, startProduct } from './product.ts';

const PASSWORD = 'a password of her own';

test.describe.configure({ mode: 'serial' });

let product: Product;
let contexts: BrowserContext[];
let office: Page;
let hers: Page;
let link: string;

/** The link that a dialog shows once. */
const linkShown = async (): Promise<string> => {
  const shown = await office.getByRole('status', { name: 'Link of Aizhan' }).innerText();
  await office.getByRole('button', { name: 'Close' }).last().click();
  return shown;
};

/** By a link, in a browser of her own. */
const choose = async (password: string): Promise<void> => {
  await hers.goto(link);
  await hers.reload();
  await hers.getByLabel('Password', { exact: true }).fill(password);
  await hers.getByRole('button', { name: 'Save' }).click();
};

const row = () => office.getByRole('row', { name: /Aizhan/ });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const look = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };
  contexts = [await browser.newContext(look), await browser.newContext(look)];
  const [first, second] = contexts;
  if (!first || !second) throw new Error('no windows');
  office = await first.newPage();
  hers = await second.newPage();
  await enterDashboard(office, `${product.serverUrl}/accounts`);
});

test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await product.stop();
});

test('T5: an administrator invites a store’s manager, who enters by the link and sees that store', async () => {
  await office.getByRole('button', { name: 'Invite a person' }).click();
  const form = office.getByRole('dialog', { name: 'Invite a person' });
  await form.getByLabel('Name').fill('Aizhan');
  await form.getByLabel('E-mail').fill('aizhan@chain.example');
  await form.getByLabel('Almaty · Abay').check();
  await form.getByRole('button', { name: 'Make a link' }).click();
  link = await linkShown();
  await expect(row()).toContainText('Invited');
  await choose(PASSWORD);
  await expect(hers.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(hers.getByRole('link', { name: 'Stores & tills' })).toBeVisible();
  await expect(hers.getByRole('link', { name: 'Accounts' })).toHaveCount(0);
  await expect(hers.getByText('Mega')).toHaveCount(0);
});

test('T5: a link opens nothing twice; another one is for another password, and who is taken back is out', async () => {
  await choose('a password of somebody else');
  await expect(hers.getByText('This link was used already or is too old.')).toBeVisible();
  await office.reload();
  await expect(row()).toContainText('May sign in');
  await office.getByRole('button', { name: 'New password for Aizhan' }).click();
  await office.getByRole('button', { name: 'Make a link' }).click();
  link = await linkShown();
  await choose('another password of hers');
  await expect(hers.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(office.getByRole('button', { name: 'Withdraw access: Омни' })).toHaveCount(0);
  await office.getByRole('button', { name: 'Withdraw access: Aizhan' }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /Withdraw/ })
    .click();
  await expect(row()).toHaveCount(0);
  await hers.reload();
  await expect(hers.getByRole('heading', { name: 'Sign in to head office' })).toBeVisible();
});
