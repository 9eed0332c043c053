import { expect, type Page } from '@playwright/test';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

/** Opens a shift with a float of its own; then the products are on screen. */
export const openWithFloat = async (page: Page): Promise<void> => {
  await expect(page.getByRole('region', { name: 'Open shift' })).toBeVisible();
  await page.keyboard.type('20000', TYPING);
  await page.keyboard.press('F8');
  await expect(page.getByRole('region', { name: 'Products' })).toBeVisible();
};

/** Counts nothing in the drawer of shift 1, says why, and closes it. */
export const closeEmpty = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Shift', exact: true }).click();
  await page.keyboard.press('F8');
  await expect(page.getByRole('textbox', { name: /Pieces of .*20,000/ })).toBeVisible();
  await page.keyboard.press('F8');
  await page.getByLabel('Why it differs').fill('the float went to the safe');
  await page.keyboard.press('F8');
  await expect(page.getByRole('article', { name: 'Z report 1' })).toBeVisible();
};
