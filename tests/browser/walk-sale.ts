import type { Page } from '@playwright/test';

/** What lies over a basket that has lines: the keys that open it, and its picture. */
const OVER_THE_BASKET = [
  { name: 'quantity', keys: ['F4'] },
  { name: 'note', keys: ['Shift+F4'] },
  { name: 'void-line', keys: ['Delete'] },
  { name: 'gift-card', keys: ['Shift+F6'] },
  { name: 'promo-code', keys: ['F6', 'F10'] },
  { name: 'customer-search', keys: ['F7'] },
  { name: 'customer-new', keys: ['F7', 'F8'] },
  { name: 'payment', keys: ['F10'] },
  { name: 'payment-gift-card', keys: ['F10', 'F6'] },
  { name: 'payment-part', keys: ['F10', 'F11'] },
] as const;

/** Each dialog over a basket with lines; the basket stays as it is. */
export const walkSale = async (
  page: Page,
  shoot: (name: string) => Promise<void>,
): Promise<void> => {
  const dialog = page.getByRole('dialog');
  for (const { name, keys } of OVER_THE_BASKET) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await dialog.waitFor();
    }
    await shoot(name);
    while (await dialog.isVisible()) await page.keyboard.press('Escape');
  }
};
