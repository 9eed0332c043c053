import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startVirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { walkDashboard } from '../browser/walk-dashboard.ts';
import { type Shop, walkTill } from '../browser/walk-till.ts';
import { startProduct } from './product.ts';

const SIZES = { light: { width: 1280, height: 800 }, dark: { width: 1024, height: 768 } } as const;
const SERIOUS = new Set(['serious', 'critical']);

let shop: Shop;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  shop = { product: await startProduct(), printer: await startVirtualPrinter() };
  context = await browser.newContext();
});

test.afterAll(async () => {
  await context.close();
  await shop.product.stop();
  await shop.printer.close();
});

/** A page of the one browser that this till knows, light or dark. */
const openPage = async (theme: keyof typeof SIZES, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize(SIZES[theme]);
  await page.goto(url);
  return page;
};

/** What axe holds for serious on each screen that is shown, as `screen: rule element`. */
const watch = (page: Page) => {
  const found: string[] = [];
  const screens: string[] = [];
  const look = async (screen: string): Promise<void> => {
    // By one page alone: it would open another one otherwise, and the till is in one window at a time.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      // Chromium lets the Tab key come to what scrolls and holds nothing to press (since 130); axe does not know.
      .options({
        resultTypes: ['violations'],
        rules: { 'scrollable-region-focusable': { enabled: false } },
      });
    // What lies below a dialog was looked at before.
    if (await page.getByRole('dialog').last().isVisible()) axe.include('[role=dialog]');
    const { violations } = await axe.analyze();
    screens.push(screen);
    for (const { id, impact, nodes } of violations)
      if (SERIOUS.has(impact ?? ''))
        found.push(`${screen}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };
  return { found, screens, look };
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen of the till, ${theme}`, async () => {
    test.setTimeout(600_000);
    const page = await openPage(theme, shop.product.tillUrl);
    const { found, screens, look } = watch(page);
    await walkTill(page, shop, look);
    expect(found).toEqual([]);
    expect(screens.length).toBeGreaterThan(40);
    await page.close();
  });

  test(`axe finds nothing serious on any page of head office, ${theme}`, async () => {
    test.setTimeout(300_000);
    const page = await openPage(theme, shop.product.serverUrl);
    const { found, screens, look } = watch(page);
    await walkDashboard(page, shop.product.serverUrl, look);
    expect(found).toEqual([]);
    expect(screens.length).toBeGreaterThan(15);
    await page.close();
  });
}
