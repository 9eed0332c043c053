import type { Page } from '@playwright/test';
import type { Hand } from './hand.ts';

type Shoot = (name: string) => Promise<void>;

const TYPING = { delay: 80 };

/** Opens a shift where none is: with the float that stands there. */
export const openShift = async (page: Page): Promise<void> => {
  const float = page.locator('main output').first();
  const screen = page.locator('main section');
  await screen.first().waitFor();
  if (await float.isVisible()) await page.keyboard.press('F8');
  await float.waitFor({ state: 'detached' });
};

/** The shift from cash in to its Z report, and the next one opened. */
export const walkShift = async (page: Page, shoot: Shoot, hand: Hand): Promise<void> => {
  await hand.press(page.locator('nav button:has(.tabler-icon-clock)'));
  await page.locator('main section').first().waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('5000', TYPING);
  await shoot('cash-in');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shoot('shift');
  await page.keyboard.press('F7');
  await page.getByRole('article').waitFor();
  await shoot('x-report');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  const pieces = page.locator('main ol input');
  for (const [place, count] of ['1', '2', '3', '4', '5'].entries())
    await hand.write(pieces.nth(place), count);
  await shoot('shift-count');
  await page.keyboard.press('F8');
  await hand.write(page.locator('aside textarea'), '…');
  await shoot('shift-difference');
  await page.keyboard.press('F8');
  await page.getByRole('article').waitFor();
  await shoot('shift-open');
  await openShift(page);
};
