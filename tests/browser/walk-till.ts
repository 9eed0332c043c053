import type { Page } from '@playwright/test';
import type { VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import type { Product } from '../e2e/product.ts';
import { type Hand, POINTER } from './hand.ts';
import { walkDevices } from './walk-devices.ts';
import { walkPickups } from './walk-pickups.ts';
import { walkPoints } from './walk-points.ts';
import { newestCode, walkOfflineReturn, walkReturns } from './walk-returns.ts';
import { walkSale } from './walk-sale.ts';
import { walkShift } from './walk-shift.ts';
import { walkStock } from './walk-stock.ts';
import { signIn, walkTraining } from './walk-training.ts';

/** What the walk stands in: it kills the server and starts it again. */
export type Shop = { readonly product: Product; readonly printer: VirtualPrinter };

const TYPING = { delay: 80 };

const payExact = async (page: Page): Promise<void> => {
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await page.keyboard.press('Enter');
};

const sellOne = async (page: Page, hand: Hand): Promise<void> => {
  await hand.press(page.locator('main section button').first());
  await payExact(page);
};

/** Every screen of the till in the language it is set to, from its sign-in on; `shoot` is called at each. Ends with an empty basket. */
export const walkTill = async (
  page: Page,
  { product, printer }: Shop,
  shoot: (name: string) => Promise<void>,
  hand = POINTER,
): Promise<void> => {
  await page.getByRole('button', { name: /Динара/ }).waitFor();
  await shoot('sign-in');
  await signIn(page, hand);
  const tiles = page.locator('main section button');
  await tiles.first().waitFor();
  await shoot('empty');
  for (const place of [0, 1, 1, 1, 4, 4, 12]) await hand.press(tiles.nth(place));
  await shoot('sell');
  await page.keyboard.press('F6');
  await shoot('discount');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await shoot('price');
  await page.keyboard.press('Escape');
  await walkSale(page, shoot);
  await page.keyboard.press('F11');
  await hand.press(tiles.nth(2));
  await page.keyboard.press('F3');
  await page.getByRole('dialog').waitFor();
  await shoot('parked');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('10000', TYPING);
  await shoot('cash');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await shoot('sold');
  await page.keyboard.press('Enter');
  await walkPoints(page, product, shoot, hand);
  await walkPickups(page, product, shoot, hand);
  await page.keyboard.press('Control+4');
  await page.locator('article').waitFor();
  await shoot('receipts');
  const code = await newestCode(page);
  await walkReturns(page, code, shoot, hand);
  await page.keyboard.press('Control+4');
  await page.keyboard.press('F1');
  await shoot('keys');
  await page.keyboard.press('Escape');
  await walkStock(page, shoot, hand);
  await page.keyboard.press('Control+1');
  await walkDevices(page, printer, () => sellOne(page, hand), shoot, hand);
  await walkShift(page, shoot, hand);
  await product.killServer();
  await page.keyboard.press('Control+1');
  await hand.press(tiles.first());
  await payExact(page);
  const pill = page.locator('header [data-state="offline"]');
  await pill.waitFor();
  await hand.press(tiles.nth(2));
  await shoot('offline');
  await walkOfflineReturn(page, code, shoot, hand);
  await page.keyboard.press('Control+1');
  await hand.press(pill);
  await shoot('connection');
  await page.keyboard.press('Escape');
  // The next language begins with an empty basket.
  await payExact(page);
  await product.startServer();
  await walkTraining(page, shoot, hand);
};
