import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

import { openTillPage } from './hosted-till.ts';

/** A till in a browser, driven as a cashier would. */
export type TillPage = {
  readonly page: Page;
  readonly signIn: () => Promise<void>;
  readonly tile: (name: string) => Locator;
  readonly total: () => Locator;
  /** F8, what was handed over (nothing = exact), Enter; ends at the change. */
  readonly payCash: (received?: string) => Promise<void>;
  readonly nextSale: () => Promise<void>;
  /** One whole cash sale of the tiles named. */
  readonly sell: (...names: readonly string[]) => Promise<void>;
  readonly pill: () => Locator;
};

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

/** Whoever signs in first opens the shift, with the float that stands there; then the products are on screen. */
export const openShift = async (page: Page): Promise<void> => {
  const form = page.getByRole('region', { name: 'Open shift' });
  const products = page.getByRole('region', { name: 'Products' });
  await expect(form.or(products)).toBeVisible();
  if (await form.isVisible()) await page.keyboard.press('F8');
  await expect(products).toBeVisible();
};

export const openTill = async (context: BrowserContext, url: string): Promise<TillPage> => {
  const page = await openTillPage(context, url);
  const tile = (name: string): Locator =>
    page.getByRole('region', { name: 'Products' }).getByRole('button', { name });
  const total = (): Locator => page.getByRole('status').filter({ hasText: /^Total/ });
  const payCash = async (received?: string): Promise<void> => {
    const cash = page.getByRole('dialog', { name: 'Cash' });
    const reserved = page.getByRole('dialog', { name: 'Promised to web orders' });
    await page.keyboard.press('F8');
    await expect(cash.or(reserved)).toBeVisible();
    if (await reserved.isVisible()) {
      await page.keyboard.press('Enter');
      await expect(reserved).toHaveCount(0);
      await page.keyboard.press('F8');
    }
    await expect(cash).toBeVisible();
    if (received !== undefined) await page.keyboard.type(received, TYPING);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  };
  const nextSale = async (): Promise<void> => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  return {
    page,
    tile,
    total,
    payCash,
    nextSale,
    signIn: async () => {
      await page
        .getByRole('button', { name: /Cashier/ })
        .first()
        .click();
      await page.keyboard.type('1111', TYPING);
      await page.keyboard.press('Enter');
      await openShift(page);
      await expect(tile('Loaf, white')).toBeVisible();
    },
    sell: async (...names) => {
      for (const name of names) await tile(name).click();
      await payCash();
      await nextSale();
    },
    pill: () => page.getByRole('button', { name: /Connection and queue/ }),
  };
};
