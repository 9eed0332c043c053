import { type Page, request } from '@playwright/test';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { signInToHeadOffice } from '../e2e/head-office.ts';
import type { Product } from '../e2e/product.ts';
import type { Hand } from './hand.ts';

/** As many points as there are tenge paid, so that there are some to spend. */
const RULE = {
  perHundred: 100,
  worth: 100,
  smallestSpend: 10,
  asTender: false,
  offlineLimit: 500,
};

const TYPING = { delay: 80 };

const chooseCustomer = async (page: Page, hand: Hand): Promise<void> => {
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await hand.write(dialog.getByRole('searchbox'), 'Тимур');
  await hand.press(dialog.getByRole('button', { name: /Тимур/ }).first());
  await dialog.waitFor({ state: 'detached' });
};

/** A customer earns points with one sale and spends some with the next, from an empty basket to an empty basket. */
export const walkPoints = async (
  page: Page,
  { serverUrl }: Product,
  shoot: (name: string) => Promise<void>,
  hand: Hand,
): Promise<void> => {
  const context = await request.newContext();
  const office = await signInToHeadOffice(context, serverUrl);
  await office.put('policies', { storeId: null, policy: { ...DEFAULT_POLICY, points: RULE } });
  await context.dispose();
  const tile = page.locator('main section button').nth(2);
  await hand.press(tile);
  await chooseCustomer(page, hand);
  // The till has heard of the rule.
  await page.getByRole('button', { name: /Тимур.*\d (points?|балл|бал|ұпай)/ }).waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await page.keyboard.press('Enter');
  await hand.press(tile);
  await chooseCustomer(page, hand);
  await shoot('customer');
  await page.keyboard.press('F10');
  await page.getByRole('dialog').waitFor();
  await shoot('payment');
  await page.keyboard.press('F4');
  await page.getByRole('dialog').locator('output').first().waitFor();
  await page.keyboard.type('50', TYPING);
  await shoot('points');
  await page.keyboard.press('Enter');
  await shoot('points-given');
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await shoot('sold-points');
  await page.keyboard.press('Enter');
};
