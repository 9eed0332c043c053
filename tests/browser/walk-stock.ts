import type { Page } from '@playwright/test';
import type { Hand } from './hand.ts';

type Shoot = (name: string) => Promise<void>;

const TYPING = { delay: 80 };

/** The stock room: look up, receive a delivery, count, send, write off, put right, what runs out. */
export const walkStock = async (page: Page, shoot: Shoot, hand: Hand): Promise<void> => {
  const aside = page.locator('aside');
  const rows = page.locator('main ul button');
  const mode = (place: number): Promise<void> =>
    hand.press(page.locator('main fieldset').first().locator('button').nth(place));
  const lines = page.locator('main ul > li fieldset');
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await hand.press(page.getByRole('dialog').locator('button').nth(1));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  /** The first products that a search finds, once each. */
  const take = async (text: string, name = /./): Promise<void> => {
    await page.keyboard.press('F2');
    await page.keyboard.type(text, TYPING);
    await rows.filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  await hand.press(page.locator('nav button:has(.tabler-icon-packages)'));
  await rows.first().waitFor();
  await shoot('stock-empty');
  await hand.press(rows.nth(1));
  await aside.locator('svg[role="img"]').waitFor();
  await aside.locator('ul li').first().waitFor();
  await shoot('stock-look-up');
  await mode(1);
  await rows.first().waitFor();
  await shoot('stock-low');
  await mode(2);
  await aside.locator('ul button').first().waitFor();
  await shoot('stock-receive-choice');
  await hand.press(aside.locator('ul button').first());
  await lines.first().waitFor();
  await hand.press(aside.locator('button').first());
  await hand.press(lines.last().locator('button').first());
  await shoot('stock-receive');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await shoot('stock-received');
  await page.keyboard.press('Enter');
  await mode(3);
  await take('4870');
  await lines.first().waitFor();
  await take('банан', /ban|бан/i);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('12.5', TYPING);
  await shoot('stock-amount');
  await page.keyboard.press('Enter');
  await lines.nth(1).waitFor();
  await shoot('stock-count');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor();
  await shoot('stock-give-up');
  await page.keyboard.press('Escape');
  await leave();
  await mode(4);
  await take('4870');
  await hand.pickFirst(aside.locator('select'));
  await shoot('stock-send');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await shoot('stock-sent');
  await page.keyboard.press('Enter');
  await mode(5);
  await take('4870');
  await lines.first().waitFor();
  await page.keyboard.press('F8');
  await aside.locator('[data-tone="danger"]').waitFor();
  await shoot('stock-write-off');
  await leave();
  await mode(6);
  await take('4870');
  await lines.first().waitFor();
  // Of what the line is is known a moment after it is drawn; until then the key is not heard.
  while (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('F4');
  await page.keyboard.press('Minus');
  await shoot('stock-adjust-amount');
  await page.keyboard.press('Enter');
  await shoot('stock-adjust');
  await leave();
};
