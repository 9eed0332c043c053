import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ownChromium } from '../browser/own-chromium.ts';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

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

test('J3: a browser that dies at the card sells what was paid for', async () => {
  let browser = await ownChromium(profile);
  let till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F9');
  await expect(till.page.getByRole('dialog', { name: 'Card' })).toBeVisible();
  await browser.kill();

  browser = await ownChromium(profile);
  till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  await till.page.getByRole('button', { name: /Approved/ }).click();
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
  await browser.context.close();
  await browser.kill();
});
