import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, request, test } from '@playwright/test';
import type { ReceiptsReply } from '#shared/protocol/dashboard.ts';
import { ownChromium } from '../browser/own-chromium.ts';
import { placeOrder, readOrder } from './channel.ts';
import { signInToHeadOffice } from './head-office.ts';
import { openPickupCounter } from './pickup-counter.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

const SALES = 20;

let product: Product;
let profile: string;

test.beforeAll(async () => {
  product = await startProduct();
  profile = await mkdtemp(path.join(tmpdir(), 'omnitill-profile-'));
});

test.afterAll(async () => {
  await product.stop();
  await rm(profile, { recursive: true, force: true });
});

/** Receipts of this till, newest first, as the till lists them. */
const ownReceipts = async ({ page }: TillPage): Promise<string[]> => {
  await page.keyboard.press('Control+4');
  const rows = page.getByRole('list', { name: 'Receipts' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const texts = await rows.allInnerTexts();
  return texts.flatMap((text) => /ALM1-01-\d{6}/.exec(text)?.[0] ?? []);
};

test('J4 P4 T7: the server is killed in mid-work; sales and a hand-over go on, survive the browser, and arrive once', async () => {
  const channel = await request.newContext();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'paid');
  let browser = await ownChromium(profile);
  let till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  await till.page.keyboard.press('Control+2');
  await expect(till.page.getByRole('button', { name: new RegExp(order.number) })).toBeVisible();
  await till.page.keyboard.press('Control+1');

  await product.killServer();
  for (let sale = 0; sale < SALES; sale += 1) await till.sell('Loaf, white', 'Butter 82.5%');

  await till.page.keyboard.press('Control+2');
  const counter = openPickupCounter(till);
  await counter.scanCode(order.code);
  await counter.scanGoods();
  await counter.press('F8');
  await expect(counter.row(order.number)).toHaveCount(0);
  const before = await ownReceipts(till);
  expect(before).toHaveLength(SALES);

  await browser.kill();
  await product.stopWebHost();
  browser = await ownChromium(profile);
  till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  expect(await ownReceipts(till)).toEqual(before);
  await till.page.keyboard.press('Control+1');
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveAccessibleName(/No connection · \d+ sales queued/);

  await product.startServer();
  await till.pill().click();
  await till.page.getByRole('button', { name: 'Try now' }).click();
  await expect(till.page.getByText('Everything is sent')).toBeVisible({ timeout: 60_000 });

  const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
  const { receipts } = await office.get<ReceiptsReply>('receipts?storeId=ALM1&text=ALM1-01');
  const numbers = receipts.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(SALES + 1);
  expect(numbers.slice(1)).toEqual(before);
  const sold = receipts.reduce((sum, { total }) => sum + total, 0);
  expect(sold).toBe(SALES * (19_000 + 145_000) + 19_000);
  const handedOver = await readOrder(channel, product.serverUrl, order.id);
  expect(handedOver.pickupState).toBe('completed');
  await browser.context.close();
  await browser.kill();
});
