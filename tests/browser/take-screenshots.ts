// npm run screenshots: every screen of the till and of head office in all four languages, into docs/screenshots.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { startVirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { startProduct } from '../e2e/product.ts';
import { chromiumArguments, ensureChromium } from './ensure-chromium.ts';
import { walkDashboard } from './walk-dashboard.ts';
import { type Shop, walkTill } from './walk-till.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/screenshots');

/** How each language is looked at: between them both themes and both sizes of screen. */
const LOOKS = {
  en: { theme: 'light', width: 1280, height: 800 },
  ru: { theme: 'dark', width: 1280, height: 800 },
  uk: { theme: 'light', width: 1024, height: 768 },
  kk: { theme: 'dark', width: 1024, height: 768 },
} as const;

const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

const take = async (context: BrowserContext, shop: Shop): Promise<void> => {
  const { product } = shop;
  const till = await context.newPage();
  const office = await context.newPage();
  await till.goto(product.tillUrl);
  // A page that is left while it becomes a till is none.
  await till.getByRole('button', { name: /Динара/ }).waitFor();
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
    await walkTill(till, shop, shootAs('till', till));
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
