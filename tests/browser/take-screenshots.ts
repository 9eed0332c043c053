// npm run screenshots: every screen of the till and of head office in all four languages, into docs/screenshots.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { startVirtualPrinter, type VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { type Product, startProduct } from '../e2e/product.ts';
import { chromiumArguments, ensureChromium } from './ensure-chromium.ts';
import { walkDashboard } from './walk-dashboard.ts';
import { walkDevices } from './walk-devices.ts';
import { walkPickups } from './walk-pickups.ts';
import { openShift, walkShift } from './walk-shift.ts';
import { walkStock } from './walk-stock.ts';
import { newestCode, walkOfflineReturn, walkReturns } from './walk-returns.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/screenshots');

/** How each language is looked at: between them both themes and both sizes of screen. */
const LOOKS = {
  en: { theme: 'light', width: 1280, height: 800 },
  ru: { theme: 'dark', width: 1280, height: 800 },
  uk: { theme: 'light', width: 1024, height: 768 },
  kk: { theme: 'dark', width: 1024, height: 768 },
} as const;

type Shop = { readonly product: Product; readonly printer: VirtualPrinter };

const TYPING = { delay: 80 };

const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

const signIn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Динара/ }).click();
  await page.keyboard.type('1111', TYPING);
  await page.keyboard.press('Enter');
  await page.locator('nav').waitFor();
  await openShift(page);
};

const payExact = async (page: Page): Promise<void> => {
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await page.keyboard.press('Enter');
};

const sellOne = async (page: Page): Promise<void> => {
  await page.locator('main section button').first().click();
  await payExact(page);
};

const walk = async (
  page: Page,
  shoot: (name: string) => Promise<void>,
  { product, printer }: Shop,
) => {
  await page.getByRole('button', { name: /Динара/ }).waitFor();
  await shoot('sign-in');
  await signIn(page);
  const tiles = page.locator('main section button');
  await tiles.first().waitFor();
  await shoot('empty');
  for (const place of [0, 1, 1, 1, 4, 4, 12]) await tiles.nth(place).click();
  await shoot('sell');
  await page.keyboard.press('F6');
  await shoot('discount');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await shoot('price');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F11');
  await tiles.nth(2).click();
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
  await walkPickups(page, product, shoot);
  await page.keyboard.press('Control+4');
  await page.locator('article').waitFor();
  await shoot('receipts');
  const code = await newestCode(page);
  await walkReturns(page, code, shoot);
  await page.keyboard.press('Control+4');
  await page.keyboard.press('F1');
  await shoot('keys');
  await page.keyboard.press('Escape');
  await walkStock(page, shoot);
  await page.keyboard.press('Control+1');
  await walkDevices(page, printer, () => sellOne(page), shoot);
  await walkShift(page, shoot);
  await product.killServer();
  await page.keyboard.press('Control+1');
  await tiles.first().click();
  await payExact(page);
  const pill = page.locator('header [data-state="offline"]');
  await pill.waitFor();
  await tiles.nth(2).click();
  await shoot('offline');
  await walkOfflineReturn(page, code, shoot);
  await page.keyboard.press('Control+1');
  await pill.click();
  await shoot('connection');
  await page.keyboard.press('Escape');
  // The next language begins with an empty basket.
  await payExact(page);
  await product.startServer();
};

const take = async (context: BrowserContext, shop: Shop): Promise<void> => {
  const { product } = shop;
  const till = await context.newPage();
  const office = await context.newPage();
  await till.goto(product.tillUrl);
  await office.goto(product.serverUrl);
  for (const locale of LOCALES) {
    const { theme, width, height } = LOOKS[locale];
    const shootAs =
      (screen: string, page: Page) =>
      async (name: string): Promise<void> => {
        await settle(page);
        const file = `${screen}-${name}-${theme}-${locale}.png`;
        await page.screenshot({ path: path.join(folder, file) });
        console.log(file);
      };
    for (const page of [till, office]) {
      await page.setViewportSize({ width, height });
      await page.evaluate(
        ([language, scheme]) => {
          localStorage.setItem('omnitill.language', language);
          localStorage.setItem('omnitill.theme', scheme);
        },
        [locale, theme] as const,
      );
      await page.reload();
    }
    await till.bringToFront();
    await walk(till, shootAs('till', till), shop);
    await office.bringToFront();
    await walkDashboard(office, product.serverUrl, shootAs('dashboard', office));
  }
};

await mkdir(folder, { recursive: true });
const product = await startProduct();
const printer = await startVirtualPrinter();
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [...chromiumArguments],
});
await take(await browser.newContext(), { product, printer });
await browser.close();
await printer.close();
await product.stop();
