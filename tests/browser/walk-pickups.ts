import { type Page, request } from '@playwright/test';
import { placeOrder } from '../e2e/channel.ts';
import type { Product } from '../e2e/product.ts';
import { scan } from '../e2e/scan.ts';
import type { Hand } from './hand.ts';

type Shoot = (name: string) => Promise<void>;

const TYPING = { delay: 80 };

const SECOND = 1;
const READY = 2;

/** The pickup counter: a customer's code, what may be the matter with goods, and the walk past the shelves. */
export const walkPickups = async (
  page: Page,
  product: Product,
  shoot: Shoot,
  hand: Hand,
): Promise<void> => {
  const channel = await request.newContext();
  const { number, code } = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid');
  await channel.dispose();
  const dialog = page.getByRole('dialog');
  const marks = page.locator('aside button[aria-pressed]');
  await page.keyboard.press('Control+2');
  await hand.press(page.locator('main li button').first());
  await shoot('pickups');
  await page.locator('main li button').filter({ hasText: number }).waitFor();
  await scan(page, code);
  await page.locator('aside h2').filter({ hasText: number }).waitFor();
  await hand.press(marks.first());
  await shoot('pickup-code');
  await hand.press(page.locator('aside button[aria-pressed] + button').first());
  await dialog.waitFor();
  await shoot('pickup-line');
  await page.keyboard.press('Escape');
  await hand.press(page.locator('aside footer button').last());
  await dialog.waitFor();
  await shoot('pickup-more');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F4');
  await shoot('pick-list');
  await page.keyboard.press('F4');
  await hand.press(page.locator('main fieldset button').nth(READY));
  await hand.press(page.locator('main li button').nth(SECOND));
  await page.keyboard.type('000000', TYPING);
  await page.locator('aside footer [data-tone="danger"]').first().waitFor();
  await shoot('pickup-digits');
  await page.keyboard.press('Control+7');
  await shoot('decisions');
};
