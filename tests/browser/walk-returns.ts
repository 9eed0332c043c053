import { expect, type Page } from '@playwright/test';
import { scan } from '../e2e/scan.ts';
import type { Hand } from './hand.ts';

type Shoot = (name: string) => Promise<void>;

/** The newest receipt's code, as its paper shows it on the screen of receipts. */
export const newestCode = async (page: Page): Promise<string> => {
  const code = page.locator('article svg[data-text]');
  await code.waitFor();
  return (await code.getAttribute('data-text')) ?? '';
};

/** Again when the screen of before had it: a scan follows at once on the key that opens the returns. */
const scanReceipt = (page: Page, code: string): Promise<void> =>
  expect(async () => {
    await scan(page, code);
    await page.locator('main section[aria-label]').first().waitFor({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });

/** The line comes back for a reason: the first of each that are offered. */
const pickLine = async (page: Page, hand: Hand): Promise<void> => {
  const goods = page.locator('main section[aria-label]').first();
  await hand.press(goods.locator('button[aria-pressed]').first());
  await hand.press(goods.locator('fieldset button[aria-pressed]').first());
};

/** Returns as they are found, said, exchanged and done; `code` is that of a receipt of this till. */
export const walkReturns = async (
  page: Page,
  code: string,
  shoot: Shoot,
  hand: Hand,
): Promise<void> => {
  await page.keyboard.press('Control+3');
  await shoot('returns');
  await scanReceipt(page, code);
  await pickLine(page, hand);
  await shoot('return');
  await page.keyboard.press('F10');
  await scan(page, '4870120010007');
  await page.locator('main section[aria-label] + section li').first().waitFor();
  await shoot('exchange');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F11');
  await scan(page, '4870120460000');
  await page.locator('main section li').first().waitFor();
  await hand.press(page.locator('main section fieldset button[aria-pressed]').first());
  await shoot('return-blind');
  await hand.tick(page.getByRole('checkbox'));
  await hand.write(page.getByRole('textbox').last(), 'Дана, +7 701 555 01 02');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await shoot('return-approval');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
};

/** The same without a network, to the end. */
export const walkOfflineReturn = async (
  page: Page,
  code: string,
  shoot: Shoot,
  hand: Hand,
): Promise<void> => {
  await page.keyboard.press('Control+3');
  await scanReceipt(page, code);
  await pickLine(page, hand);
  await shoot('return-offline');
  await page.keyboard.press('F8');
  await page.locator('article').first().waitFor();
  await shoot('returned');
  await page.keyboard.press('Enter');
};
