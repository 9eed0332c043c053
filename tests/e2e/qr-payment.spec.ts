import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ownChromium } from '../browser/own-chromium.ts';
import { type HeadOffice, receiptSeen, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { changeSettings } from './store-settings.ts';
import { openTill, type TillPage } from './till-page.ts';
import { ledgerTexts } from '../profile-damage/ledger-texts.ts';

let product: Product;
let profile: string;
let browser: Awaited<ReturnType<typeof ownChromium>>;
let till: TillPage;
let office: HeadOffice;

test.describe.configure({ mode: 'serial' });

const start = async (): Promise<void> => {
  browser = await ownChromium(profile);
  till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
};

/** Before the till is opened: what a machine does is chosen on its screen from then on. */
const simulateMachines = (): Promise<void> =>
  changeSettings(office, 'ALM1', {
    machines: { card: 'confirmed', qr: 'simulated', qrTemplate: 'https://pay.test/{amount}' },
  });

test.beforeAll(async ({ playwright }) => {
  product = await startProduct();
  profile = await mkdtemp(path.join(tmpdir(), 'omnitill-profile-'));
  office = await signInToHeadOffice(await playwright.request.newContext(), product.serverUrl);
  await simulateMachines();
  await start();
});

test.afterAll(async () => {
  await browser.context.close();
  await browser.kill();
  await product.stop();
  await rm(profile, { recursive: true, force: true });
});

const machine = () => till.page.getByRole('dialog', { name: 'QR payment' });

const askByQr = async (): Promise<void> => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F10');
  await till.page.getByRole('button', { name: /^QR/ }).click();
  const code = machine().getByRole('img', { name: /scans this code/ });
  await expect(code).toHaveAttribute('data-text', 'https://pay.test/190.00');
};

/** What the simulated machine wrote down as taken. */
const approvedInBook = async (): Promise<number> =>
  (await ledgerTexts(till.page, 'locals')).join('').split('"outcome":"approved"').length - 1;

const soldAs = async (): Promise<string> => {
  const receipt = till.page.getByRole('dialog', { name: /^Receipt/ });
  await expect(receipt).toBeVisible();
  const number = /ALM1-01-\d+/.exec((await receipt.textContent()) ?? '')?.[0];
  if (number === undefined) throw new Error('a receipt without a number');
  await till.nextSale();
  return number;
};

const paymentsOf = async (number: string): Promise<string[]> => {
  const seen = await receiptSeen(office, number);
  return seen?.order.payments.map(({ tender, amount }) => `${tender} ${amount}`) ?? [];
};

test('a customer scans what they are asked for, on their own screen too', async () => {
  await till.page.getByRole('button', { name: /Account and settings/ }).click();
  const opening = browser.context.waitForEvent('page');
  await till.page.getByRole('button', { name: 'Show the customer their basket' }).click();
  const display = await opening;
  await till.page.keyboard.press('Escape');
  await askByQr();
  await expect(display.getByRole('img', { name: /Scan to pay/ })).toHaveAttribute(
    'data-text',
    'https://pay.test/190.00',
  );
  await till.page.getByRole('button', { name: 'Approve', exact: true }).click();
  const number = await soldAs();
  await expect.poll(() => paymentsOf(number)).toEqual(['qr 19000']);
  await display.close();
});

test('J3: an answer that is lost is asked for, and the money is taken once', async () => {
  await askByQr();
  await till.page.getByRole('button', { name: 'Approve, the answer is lost' }).click();
  const number = await soldAs();
  await expect.poll(() => paymentsOf(number)).toEqual(['qr 19000']);
});

test('a cashier who gives up hears what became of it, and is paid otherwise', async () => {
  await askByQr();
  await machine().getByRole('button', { name: 'Cancel the payment' }).click();
  await expect(machine()).toHaveCount(0);
  // What became of it is written down before anything else may pay.
  const payment = till.page.getByRole('dialog', { name: /^To pay/ });
  await expect(payment.getByRole('button', { name: 'Close' })).toBeVisible();
  await till.page.keyboard.press('Escape');
  await expect(payment).toHaveCount(0);
  await expect(till.total()).toContainText('₸190');
  await till.payCash();
  await till.nextSale();
});

test('J3: a browser that dies after the customer paid sells what they paid for, once', async () => {
  await askByQr();
  const before = await approvedInBook();
  await till.page.getByRole('button', { name: 'Approve and never answer' }).click();
  // The machine's book lies on the till's disk: it has taken nothing before that is written.
  await expect.poll(approvedInBook).toBe(before + 1);
  await browser.kill();
  await start();
  const number = await soldAs();
  await expect.poll(() => paymentsOf(number)).toEqual(['qr 19000']);
});
