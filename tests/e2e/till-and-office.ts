import type { Browser, Page, ViewportSize } from '@playwright/test';
import { enterDashboard } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

/** A till that somebody sells at, and head office on another page of its browser. */
export type TillAndOffice = {
  readonly product: Product;
  readonly till: TillPage;
  readonly office: Page;
  readonly close: () => Promise<void>;
};

/** Head office is at one of its pages: `policy`. */
export const openTillAndOffice = async (
  browser: Browser,
  { viewport, at }: { readonly viewport: ViewportSize; readonly at: string },
): Promise<TillAndOffice> => {
  const product = await startProduct();
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const till = await openTill(context, product.tillUrl);
  await till.signIn();
  const office = await context.newPage();
  await enterDashboard(office, `${product.serverUrl}/${at}`);
  return {
    product,
    till,
    office,
    close: async () => {
      await context.close();
      await product.stop();
    },
  };
};
