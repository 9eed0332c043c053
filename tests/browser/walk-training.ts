import type { Page } from '@playwright/test';
import type { Hand } from './hand.ts';
import { openShift } from './walk-shift.ts';

type Shoot = (name: string) => Promise<void>;

const TYPING = { delay: 80 };

/** Digits of the keys that lead to the screens behind the sale, in the order of the rail. */
const SCREENS = { pickups: 2, returns: 3, receipts: 4, stock: 5, decisions: 7 } as const;

/** Training from its beginning to its end, and every screen of it; the till is signed in, its basket empty. */
export const walkTraining = async (page: Page, shoot: Shoot, hand: Hand): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await hand.press(page.locator('nav button:has(.tabler-icon-dots)'));
  await hand.press(dialog.locator('button:has(.tabler-icon-help)'));
  await dialog.locator('dl').waitFor();
  await shoot('tour');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await hand.press(page.locator('nav button:has(.tabler-icon-dots)'));
  await hand.press(dialog.locator('button:has(.tabler-icon-layout-grid)'));
  await hand.press(page.locator('main section button').first());
  await hand.press(page.locator('fieldset button:has(i)').first());
  await shoot('quick-keys');
  await hand.press(page.locator('nav button:has(.tabler-icon-dots)'));
  await hand.press(dialog.locator('button:has(.tabler-icon-school)'));
  await page.locator('main output').first().waitFor();
  await shoot('training-shift-open');
  await openShift(page);
  const tiles = page.locator('main section button');
  await tiles.first().waitFor();
  await hand.press(tiles.nth(1));
  await hand.press(tiles.nth(2));
  await shoot('training-sell');
  await page.keyboard.press('F8');
  await dialog.waitFor();
  await shoot('training-cash');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await shoot('training-sold');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  for (const [name, digit] of Object.entries(SCREENS)) {
    await page.keyboard.press(`Control+${digit}`);
    await page.locator('h1').waitFor();
    await shoot(`training-${name}`);
  }
  await page.keyboard.press('Control+6');
  await page.locator('main section').first().waitFor();
  await shoot('training-shift');
  await page.keyboard.press('F8');
  const pieces = page.locator('main ol input');
  await hand.write(pieces.first(), '1');
  await shoot('training-count');
  await page.keyboard.press('Control+0');
  await dialog.waitFor();
  await shoot('training-exercises');
  await hand.press(dialog.locator('ol button').first());
  await dialog.waitFor({ state: 'detached' });
  await shoot('training-exercise');
  await page.keyboard.press('F1');
  await dialog.waitFor();
  await shoot('training-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await page.locator('main button').first().waitFor();
  await shoot('training-locked');
  // The banner's own way out.
  await hand.press(page.locator('output button').first());
};

/** Signs the first of the demo's cashiers in, where nobody is. */
export const signIn = async (page: Page, hand: Hand): Promise<void> => {
  await hand.press(page.getByRole('button', { name: /Динара/ }));
  await page.keyboard.type('1111', TYPING);
  await page.keyboard.press('Enter');
  await page.locator('nav').waitFor();
  await openShift(page);
};
