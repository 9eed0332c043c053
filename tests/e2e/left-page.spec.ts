import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type OwnChromium, ownChromium } from '../browser/own-chromium.ts';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

// A browser of its own keeps the pages that were left, which those of the test runner do not.

let product: Product;
let profile: string;
let browser: OwnChromium;

test.beforeAll(async () => {
  product = await startProduct({ hasMirror: true });
  profile = await mkdtemp(path.join(tmpdir(), 'omnitill-profile-'));
  browser = await ownChromium(profile);
});

test.afterAll(async () => {
  await browser?.kill();
  await product?.stop();
  await rm(profile, { recursive: true, force: true });
});

test('J1: a till whose page was left for another address is free for another browser, and asks anew when somebody goes back', async ({
  page: other,
}) => {
  const till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  await till.sell('Loaf, white');
  await till.page.goto(product.serverUrl);
  await other.goto(product.tillUrl);
  await other.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await expect(other.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
  await till.page.goBack();
  await expect(
    till.page.getByText('ALM1-01 is open in another browser of this computer'),
  ).toBeVisible();
});
